import { ResponseError } from '@backstage/errors';

/** How a request ended: with what was asked for, with a refusal, or with the death of the backend. */
export type Answer<T> =
  | { type: 'done'; value: T }
  | { type: 'refused'; status: number }
  | { type: 'none' };

const REFUSALS = [404, 409];

/**
 * Waits for it.
 *
 * @throws what is neither, such as an answer of 500
 */
export async function answerTo<T>(request: Promise<T>): Promise<Answer<T>> {
  try {
    return { type: 'done', value: await request };
  } catch (error) {
    if (!(error instanceof ResponseError)) {
      return { type: 'none' };
    }
    if (!REFUSALS.includes(error.statusCode)) {
      throw error;
    }
    return { type: 'refused', status: error.statusCode };
  }
}
