import { Clock } from '../../clock';
import { Http2Session } from './Http2Session';
import { Http2Sessions } from './Http2Sessions';
import { KeptConnections } from './KeptConnections';
import { fingerprintOf, tlsSettings } from './tlsSettings';
import { Answer, TransportRequest } from './TransportRequest';

/** Requests at once: more only queue in the API server, fewer would make those of a slow one wait here. */
const MOST_AT_ONCE = 64;

/** Watches never end: a server that answers 100 requests at once would let the next one wait for ever. */
const STREAMS_PER_SESSION = 64;

/**
 * The connections to one Kubernetes cluster: kept ones of HTTP/1.1 for requests, which cost the API server half of what
 * they cost it over HTTP/2; HTTP/2 for answers that go on, of which there may be thousands, where the server offers it by
 * ALPN and no proxy is in between. They are replaced only when the TLS credentials change.
 */
export class Transport {
  static create(options: { clock: Clock }): Transport {
    return new Transport(options.clock);
  }

  private readonly requests: KeptConnections;
  /** For streams without HTTP/2. They do not end: any limit would let the next one wait for ever. */
  private readonly plainStreams: KeptConnections;
  private fingerprint: string | undefined;
  /** Undefined when the server does not offer HTTP/2. */
  private streams: Http2Sessions | undefined;

  private constructor(private readonly clock: Clock) {
    this.requests = KeptConnections.create({ clock, most: MOST_AT_ONCE });
    this.plainStreams = KeptConnections.create({ clock, most: Infinity });
  }

  /** Sends one request and resolves when its answer begins. */
  async send(request: TransportRequest): Promise<Answer> {
    return request.endless
      ? await this.stream(request)
      : await this.requests.send(request);
  }

  /** Ends all connections. */
  close(): void {
    this.requests.close();
    this.plainStreams.close();
    this.streams?.destroy();
  }

  private async stream(request: TransportRequest): Promise<Answer> {
    this.renew(request);
    const streams = request.proxied ? undefined : this.streams;
    if (streams) {
      const answer = await streams.send(request);
      if (answer) {
        return answer;
      }
      this.withoutHttp2(streams);
    }
    return await this.plainStreams.send(request);
  }

  private renew({ url, credentials }: TransportRequest): void {
    const fingerprint = fingerprintOf(url, credentials);
    if (fingerprint === this.fingerprint) {
      return;
    }
    this.fingerprint = fingerprint;
    this.streams?.close();
    const tls = tlsSettings(credentials);
    this.streams =
      url.protocol === 'https:'
        ? Http2Sessions.create({
            open: () => Http2Session.open({ url, tls, clock: this.clock }),
            perSession: STREAMS_PER_SESSION,
          })
        : undefined;
  }

  /** Until the credentials change: to ask again costs a connection. */
  private withoutHttp2(streams: Http2Sessions): void {
    if (this.streams === streams) {
      this.streams = undefined;
    }
  }
}
