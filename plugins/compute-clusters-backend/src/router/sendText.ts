import { Response } from 'express';
import { pipeline } from 'stream/promises';
import { Clock } from '../clock';

/** A text that goes on is ended after so long (ms): who may read it is asked again when the caller comes back. */
const LONGEST = 60 * 60 * 1000;

/**
 * Sends text as it comes, and takes no more of it than the caller reads. Resolves when it has ended, whoever ended it.
 * What breaks off is cut off for the caller too, who could not tell it from the end otherwise.
 */
export async function sendText(options: {
  text: AsyncIterable<Buffer | string>;
  response: Response;
  /** Ends the text; to be aborted when the caller leaves. */
  controller: AbortController;
  clock: Clock;
}): Promise<void> {
  const { text, response, controller, clock } = options;
  response.set({
    'Content-Type': 'text/plain; charset=utf-8',
    // compression would hold lines back, and so would nginx
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  let isOver = false;
  const cancel = clock.after(LONGEST, () => {
    isOver = true;
    controller.abort();
    if (response.writableNeedDrain) {
      response.destroy();
    }
  });
  try {
    await pipeline(
      unlessOver(text, () => isOver),
      response,
    );
  } catch {
    // told by the broken connection: the answer has begun
  } finally {
    cancel();
    controller.abort();
  }
}

async function* unlessOver(
  text: AsyncIterable<Buffer | string>,
  isOver: () => boolean,
): AsyncGenerator<Buffer | string> {
  try {
    yield* text;
  } catch (error) {
    if (!isOver()) {
      throw error;
    }
  }
}
