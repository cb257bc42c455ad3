import http from 'http';
import https from 'https';
import { Answer, TransportRequest } from './TransportRequest';

/** Sends one request by HTTP/1.1 and resolves when its answer begins. */
export async function exchange(
  request: TransportRequest,
  agent: http.Agent | undefined,
): Promise<Answer> {
  const first = await attempt(request, agent);
  if ('status' in first) {
    return first;
  }
  const second = await attempt(request, agent);
  if ('status' in second) {
    return second;
  }
  throw second.error;
}

/**
 * A kept connection may be closed by the server just when it is used again. That is no failure, and everything that we
 * send may be sent twice.
 */
function attempt(
  request: TransportRequest,
  agent: http.Agent | undefined,
): Promise<Answer | { error: Error }> {
  const { url, method, headers, body, signal, credentials } = request;
  const send = url.protocol === 'http:' ? http.request : https.request;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      { method, headers, signal, auth: credentials.auth, agent },
      answer =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: answer,
        }),
    );
    sent.on('error', error => {
      if (sent.reusedSocket && !signal.aborted) {
        resolve({ error });
      } else {
        reject(error);
      }
    });
    sent.end(body);
  });
}
