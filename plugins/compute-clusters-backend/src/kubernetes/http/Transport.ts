import { Clock } from '../../clock';
import { exchange } from './exchange';
import { Http2Session } from './Http2Session';
import { Http2Sessions } from './Http2Sessions';
import { SharedAgent } from './SharedAgent';
import { fingerprintOf, tlsSettings } from './tlsSettings';
import { Answer, TransportRequest } from './TransportRequest';

/** Watches never end: a server that answers 100 requests at once would let the next one wait for ever. */
const WATCHES_PER_SESSION = 64;

/** Sessions of one server with one set of TLS credentials. */
interface Sessions {
  /** Apart from the requests, which a busy watch must not hold up. */
  watches: Http2Sessions;
  requests: Http2Sessions;
}

/**
 * The connections to one Kubernetes cluster: HTTP/2 where the server offers it by ALPN, otherwise, and behind a proxy,
 * kept connections of HTTP/1.1. They are replaced only when the TLS credentials change.
 */
export class Transport {
  static create(options: { clock: Clock }): Transport {
    return new Transport(options.clock);
  }

  private readonly agent = SharedAgent.create();
  /** Streams do not end: any limit would let the next one wait for ever. */
  private readonly streams = SharedAgent.create({ maxSockets: Infinity });
  private fingerprint: string | undefined;
  private last: { origin: string; credentials: object } | undefined;
  /** Undefined when the server does not offer HTTP/2. */
  private sessions: Sessions | undefined;

  private constructor(private readonly clock: Clock) {}

  /** Sends one request and resolves when its answer begins. */
  async send(request: TransportRequest): Promise<Answer> {
    this.renew(request);
    const sessions = request.proxied ? undefined : this.sessions;
    if (sessions) {
      const { watches, requests } = sessions;
      const answer = await (request.endless ? watches : requests).send(request);
      if (answer) {
        return answer;
      }
      this.withoutHttp2(sessions);
    }
    return exchange(request, request.endless ? this.streams : this.agent);
  }

  /** Ends all connections. */
  close(): void {
    this.agent.close();
    this.streams.close();
    this.sessions?.requests.destroy();
    this.sessions?.watches.destroy();
  }

  private renew({ url, credentials }: TransportRequest): void {
    const { origin } = url;
    if (this.last?.origin === origin && this.last.credentials === credentials) {
      return;
    }
    this.last = { origin, credentials };
    const fingerprint = fingerprintOf(url, credentials);
    if (fingerprint === this.fingerprint) {
      return;
    }
    this.fingerprint = fingerprint;
    this.sessions?.requests.close();
    this.sessions?.watches.close();
    const tls = tlsSettings(credentials);
    const open = () => Http2Session.open({ url, tls, clock: this.clock });
    this.sessions =
      url.protocol === 'https:'
        ? {
            requests: Http2Sessions.create({ open, perSession: Infinity }),
            watches: Http2Sessions.create({
              open,
              perSession: WATCHES_PER_SESSION,
            }),
          }
        : undefined;
  }

  /** Until the credentials change: to ask again costs a connection. */
  private withoutHttp2(sessions: Sessions): void {
    if (this.sessions === sessions) {
      this.sessions = undefined;
    }
  }
}
