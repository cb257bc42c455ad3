import http2 from 'http2';
import { Answer, TransportRequest } from './TransportRequest';

/**
 * Sends a request over a session, and resolves when its answer begins.
 *
 * @throws StreamRefused if the server has not looked at it
 */
export function beginStream(
  session: http2.ClientHttp2Session,
  request: TransportRequest,
  onClose: () => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const stream = open(session, request);
    stream.once('response', headers =>
      resolve({
        status: headers[':status'] ?? 0,
        headers,
        body: wholeBody(stream),
      }),
    );
    // for good: what happens after the beginning is told by reading on
    stream.on('error', error => reject(wasRefused(stream, error)));
    stream.once('close', () => {
      onClose();
      reject(wasRefused(stream, new Error('the connection was closed')));
    });
    if (request.body !== undefined) {
      stream.end(request.body);
    }
  });
}

/** A request that the server has not looked at, and that may therefore be sent again. */
export class StreamRefused extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'StreamRefused';
  }
}

function open(
  session: http2.ClientHttp2Session,
  { url, method, headers, credentials, body, signal }: TransportRequest,
): http2.ClientHttp2Stream {
  const { auth } = credentials;
  try {
    return session.request(
      {
        ...(auth && {
          authorization: `Basic ${Buffer.from(auth).toString('base64')}`,
        }),
        ...headers,
        ':method': method,
        ':path': url.pathname + url.search,
      },
      { endStream: body === undefined, signal },
    );
  } catch (error) {
    // the session has ended since it was chosen
    throw new StreamRefused(error);
  }
}

/** Node lets a stream whose session was lost end as if its answer were complete. */
async function* wholeBody(
  stream: http2.ClientHttp2Stream,
): AsyncIterable<Buffer> {
  yield* stream;
  if (stream.rstCode) {
    throw new Error('the answer broke off');
  }
}

function wasRefused(stream: http2.ClientHttp2Stream, error: Error): Error {
  return stream.rstCode === http2.constants.NGHTTP2_REFUSED_STREAM
    ? new StreamRefused(error)
    : error;
}
