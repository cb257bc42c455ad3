import { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { Clock } from '../clock';
import { UiAnswer } from './SparkUi';

/** No answer takes longer (ms), however slowly it is read. */
const LONGEST_TIME = 5 * 60_000;

/** No answer is longer (bytes); the logs that Spark offers are. */
const LONGEST = 256 * 1024 * 1024;

/**
 * Sends an answer as it comes, and takes no more of it than the browser reads. One that takes too long, is too long or
 * breaks off is cut off for the browser too.
 */
export async function sendAnswer(options: {
  answer: UiAnswer;
  response: Response;
  /** Ends the answer; to be aborted when the browser leaves. */
  controller: AbortController;
  clock: Clock;
}): Promise<void> {
  const { answer, response, controller, clock } = options;
  response.status(answer.status);
  Object.entries(answer.headers).forEach(([name, value]) =>
    response.setHeader(name, value),
  );
  if (response.req.method === 'HEAD') {
    controller.abort();
    response.end();
    return;
  }
  const cancel = clock.after(LONGEST_TIME, () => {
    controller.abort();
    response.destroy();
  });
  try {
    await pipeline(limited(answer.body), response);
  } catch {
    // told by the broken connection: the answer has begun
  } finally {
    cancel();
    controller.abort();
  }
}

async function* limited(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > LONGEST) {
      throw new Error('the answer is too long');
    }
    yield chunk;
  }
}
