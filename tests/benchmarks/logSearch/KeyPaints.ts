import type { Page } from 'playwright-core';
import { waitUntil } from '../../support/waitUntil';

// Runs in the page. The first task after a frame's callbacks comes when the frame is painted.
const NOTE_PAINTS = `
  window.keyPaints = [];
  window.keysDown = 0;
  addEventListener('keydown', event => {
    window.keysDown += 1;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () =>
        window.keyPaints.push(performance.now() - event.timeStamp);
      port2.postMessage(undefined);
    });
  }, true);
`;

/** Notes how long it takes from each key until the page is painted after it. */
export class KeyPaints {
  static async note(page: Page): Promise<KeyPaints> {
    await page.evaluate(NOTE_PAINTS);
    return new KeyPaints(page);
  }

  private constructor(private readonly page: Page) {}

  /** Milliseconds of each key, once all of them are painted. */
  async taken(): Promise<number[]> {
    return await waitUntil(
      'all keys are painted',
      async () => {
        const { down, paints } = await this.page.evaluate<{
          down: number;
          paints: number[];
        }>('({ down: window.keysDown, paints: window.keyPaints })');
        return down === paints.length && paints;
      },
      { timeoutMs: 30_000 },
    );
  }
}
