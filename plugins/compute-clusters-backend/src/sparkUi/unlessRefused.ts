import { Answer, toKubernetesError } from '../kubernetes';
import { SparkUiClosedError, SparkUiUnavailableError } from './errors';

/** No error of an API server is longer (bytes). */
const LONGEST = 64 * 1024;

/**
 * Tells an API server that does not lead to the pod from a driver that answers with an error: its body is a Status.
 *
 * @returns the driver's answer
 * @throws SparkUiClosedError or SparkUiUnavailableError
 */
export async function unlessRefused(answer: Answer): Promise<Answer> {
  const type = answer.headers['content-type'] ?? '';
  if (answer.status < 400 || !type.includes('json')) {
    return answer;
  }
  const chunks: Buffer[] = [];
  const rest = answer.body[Symbol.asyncIterator]();
  let length = 0;
  for (;;) {
    const next = await rest.next();
    if (next.done) {
      break;
    }
    chunks.push(next.value);
    length += next.value.length;
    if (length > LONGEST) {
      return { ...answer, body: joined(chunks, rest) };
    }
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (isStatus(text)) {
    throw errorOf(answer.status, text);
  }
  return { ...answer, body: joined(chunks, rest) };
}

async function* joined(
  chunks: Buffer[],
  rest: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer> {
  yield* chunks;
  yield* { [Symbol.asyncIterator]: () => rest };
}

function isStatus(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' &&
      value !== null &&
      Reflect.get(value, 'kind') === 'Status' &&
      Reflect.get(value, 'apiVersion') === 'v1'
    );
  } catch {
    return false;
  }
}

/** What Kubernetes says is for the platform's people: it names addresses and accounts. */
function errorOf(status: number, text: string): Error {
  switch (toKubernetesError(status, text).code) {
    case 'NotFound':
      return new SparkUiClosedError(
        'The driver has just ended; the page of the compute cluster tells how it goes on',
      );
    case 'Forbidden':
      return new SparkUiUnavailableError(
        "Kubernetes does not let the portal reach pods: ask the platform team for the right 'get' on 'pods/proxy'",
      );
    default:
      return new SparkUiUnavailableError(
        'The driver does not answer; it may be busy, or about to end. Try again in a moment',
      );
  }
}
