import http from 'http';
import https from 'https';

/** What is sent, with credentials and agent. */
export interface Exchange {
  url: URL;
  options: https.RequestOptions;
  body?: string;
  signal: AbortSignal;
}

/** Sends one request and resolves when its answer begins. */
export async function exchange(
  request: Exchange,
): Promise<http.IncomingMessage> {
  const first = await attempt(request);
  if (first instanceof http.IncomingMessage) {
    return first;
  }
  const second = await attempt(request);
  if (second instanceof http.IncomingMessage) {
    return second;
  }
  throw second.error;
}

/**
 * A kept connection may be closed by the server just when it is used again. That is no failure, and everything that we
 * send may be sent twice.
 */
function attempt({
  url,
  options,
  body,
  signal,
}: Exchange): Promise<http.IncomingMessage | { error: Error }> {
  const send = url.protocol === 'http:' ? http.request : https.request;
  return new Promise((resolve, reject) => {
    const request = send(url, { ...options, signal }, resolve);
    request.on('error', error => {
      if (request.reusedSocket && !signal.aborted) {
        resolve({ error });
      } else {
        reject(error);
      }
    });
    request.end(body);
  });
}
