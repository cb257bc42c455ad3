import http2 from 'http2';
import net from 'net';
import tls from 'tls';
import { TlsSettings } from './tlsSettings';

/** Bytes that may be on their way in one answer. A page of 500 pods has some megabytes. */
const STREAM_WINDOW = 1024 * 1024;

/** Bytes that may be on their way in all answers of a session: one slow reader must not hold up the others. */
const SESSION_WINDOW = 16 * 1024 * 1024;

/** In MB. Beyond it Node refuses new streams; its default of 10 is too little for a burst. */
const SESSION_MEMORY = 64;

const KEEP_ALIVE = 15_000;

/** A connection on its way. */
export interface Http2Connecting {
  socket: tls.TLSSocket;
  /** Resolves to undefined if the server does not offer HTTP/2. Rejects when there is no connection. */
  session: Promise<http2.ClientHttp2Session | undefined>;
}

/** Opens a TLS connection that offers HTTP/2 and HTTP/1.1. */
export function connectHttp2(url: URL, settings: TlsSettings): Http2Connecting {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const socket = tls.connect({
    // an address is no server name
    ...(net.isIP(host) === 0 && { servername: host }),
    ...settings,
    host,
    port: Number(url.port || 443),
    ALPNProtocols: ['h2', 'http/1.1'],
  });
  socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE);
  const session = new Promise<http2.ClientHttp2Session | undefined>(
    (resolve, reject) => {
      socket.once('secureConnect', () => resolve(negotiated(url, socket)));
      socket.on('error', reject);
      socket.once('close', () =>
        reject(new Error('the connection was closed')),
      );
    },
  );
  return { socket, session };
}

function negotiated(
  url: URL,
  socket: tls.TLSSocket,
): http2.ClientHttp2Session | undefined {
  if (socket.alpnProtocol !== 'h2') {
    socket.destroy();
    return undefined;
  }
  const session = http2.connect(url.origin, {
    createConnection: () => socket,
    maxSessionMemory: SESSION_MEMORY,
    settings: { enablePush: false, initialWindowSize: STREAM_WINDOW },
  });
  // what becomes of its streams is told to each of them
  session.on('error', () => {});
  session.once('connect', () => session.setLocalWindowSize(SESSION_WINDOW));
  session.unref();
  return session;
}
