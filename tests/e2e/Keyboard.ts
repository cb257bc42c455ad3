import type { Locator, Page } from 'playwright-core';

/** More stops than any page of the portal has. */
const MOST_STOPS = 120;

/** A person without a mouse. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Presses keys, one after the other. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types where the focus is, instead of what stands there. */
  async type(text: string): Promise<void> {
    await this.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  /** Whether it has the focus. */
  async isOn(target: Locator): Promise<boolean> {
    return (await target.and(this.page.locator(':focus')).count()) > 0;
  }

  /** Waits until it has the focus by itself. */
  async comesTo(target: Locator): Promise<void> {
    await target.and(this.page.locator(':focus')).waitFor();
  }

  /** Goes from stop to stop until it has the focus, and throws if it never does. */
  async goTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await this.isOn(target)) return;
      await this.press(key);
    }
    throw new Error(`${target} cannot be reached by ${key}`);
  }

  /** Goes there, and presses Enter. */
  async activate(target: Locator, key?: string): Promise<void> {
    await this.goTo(target, key);
    await this.press('Enter');
  }

  /** Opens a select, and takes one of its options; the select has the focus again. */
  async choose(select: Locator, option: RegExp): Promise<void> {
    await this.activate(select);
    const wanted = this.page.getByRole('option', { name: option });
    await this.activate(wanted, 'ArrowDown');
    await wanted.waitFor({ state: 'detached' });
    await this.comesTo(select);
  }
}
