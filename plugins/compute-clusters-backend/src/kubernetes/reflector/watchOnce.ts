import { StringDecoder } from 'string_decoder';
import { Clock } from '../../clock';
import { KubernetesError } from '../KubernetesError';
import { KubernetesHttp } from '../KubernetesHttp';
import { toKubernetesError, unreachable } from '../toKubernetesError';
import { SilenceTimer } from './SilenceTimer';
import { WireObject, WireWatchEvent } from './wire';

/** The server ends a watch after this time, with a bookmark before: so it never has reason to be silent for longer. */
const SERVER_TIMEOUT_SECONDS = 40;

/** One watch. */
export interface WatchRequest<T extends WireObject> {
  http: KubernetesHttp;
  clock: Clock;
  path: string;
  query: Record<string, string>;
  headers?: Record<string, string>;
  signal: AbortSignal;
  /** Something arrived, whatever it was. */
  onAnswer(): void;
  onEvent(event: WireWatchEvent<T>): void;
}

/**
 * Watches until the server ends it.
 *
 * @throws KubernetesError when the server refuses, breaks off, says ERROR, or falls silent
 */
export async function watchOnce<T extends WireObject>(
  request: WatchRequest<T>,
): Promise<void> {
  const controller = new AbortController();
  const abort = () => controller.abort(request.signal.reason);
  request.signal.addEventListener('abort', abort);
  const silence = new SilenceTimer(request.clock, controller);
  try {
    const answer = await request.http.stream(
      {
        method: 'GET',
        path: request.path,
        headers: request.headers,
        query: {
          ...request.query,
          watch: 'true',
          allowWatchBookmarks: 'true',
          timeoutSeconds: String(SERVER_TIMEOUT_SECONDS),
        },
      },
      controller,
    );
    const heard = () => {
      silence.reset();
      request.onAnswer();
    };
    heard();
    await readLines(answer, heard, line => deliver(line, request));
  } catch (error) {
    throw asKubernetesError(error, controller.signal);
  } finally {
    silence.stop();
    request.signal.removeEventListener('abort', abort);
    controller.abort();
  }
}

async function readLines(
  chunks: AsyncIterable<Buffer>,
  onChunk: () => void,
  onLine: (line: string) => void,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    onChunk();
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  }
}

function deliver<T extends WireObject>(
  line: string,
  { onEvent }: WatchRequest<T>,
): void {
  if (line === '') {
    return;
  }
  const event: WireWatchEvent<T> = JSON.parse(line);
  if (event.type === 'ERROR') {
    throw toKubernetesError(
      event.object.code ?? 500,
      JSON.stringify(event.object),
    );
  }
  onEvent(event);
}

function asKubernetesError(
  error: unknown,
  signal: AbortSignal,
): KubernetesError {
  if (error instanceof KubernetesError) {
    return error;
  }
  return unreachable(signal.aborted ? signal.reason : error);
}
