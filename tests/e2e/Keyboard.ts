import type { Locator, Page } from 'playwright-core';

/** How long a page may take until all that it shows can be used: what cannot yet is no stop. */
const READY_MS = 30_000;

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

  /** Goes from stop to stop, round and round, until it has the focus; throws if it never does. */
  async goTo(target: Locator, key = 'Tab'): Promise<void> {
    await target.waitFor();
    const deadline = performance.now() + READY_MS;
    while (!(await this.isOn(target))) {
      if (performance.now() > deadline) {
        throw new Error(`${target} cannot be reached by ${key}`);
      }
      await this.press(key);
    }
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
