import http from 'http';
import https from 'https';
import { Clock } from '../../clock';
import { exchange } from './exchange';
import { fingerprintOf, tlsSettings } from './tlsSettings';
import { Answer, TransportRequest } from './TransportRequest';

const KEEP_ALIVE = {
  keepAlive: true,
  keepAliveMsecs: 15_000,
  scheduling: 'lifo',
} as const;

/** When nothing was heard for longer (ms), what became of idle connections is unknown: new ones tell at once. */
const QUIET = 5_000;

/**
 * Connections of HTTP/1.1 to a Kubernetes cluster, shared by all requests. The client makes a new one for each request,
 * with its TLS handshake. They are replaced only when the TLS credentials change, or after a silence.
 */
export class KeptConnections {
  static create(options: {
    clock: Clock;
    /** How many there are at once; more requests wait. */
    most: number;
  }): KeptConnections {
    return new KeptConnections(options.clock, options.most);
  }

  private agent: http.Agent | undefined;
  private fingerprint: string | undefined;
  private heardAt = 0;

  private constructor(
    private readonly clock: Clock,
    private readonly most: number,
  ) {}

  /** Sends one request and resolves when its answer begins. */
  async send(request: TransportRequest): Promise<Answer> {
    const agent = this.agentFor(request);
    if (this.now() - this.heardAt > QUIET) {
      closeIdle(agent);
    }
    const answer = await exchange(request, agent);
    this.heardAt = this.now();
    return answer;
  }

  /** Ends all of them. */
  close(): void {
    this.agent?.destroy();
    this.agent = undefined;
  }

  private now(): number {
    return this.clock.now().getTime();
  }

  private agentFor({
    url,
    credentials,
    proxied,
  }: TransportRequest): http.Agent | undefined {
    const fingerprint = fingerprintOf(url, credentials);
    if (!this.agent || fingerprint !== this.fingerprint) {
      this.fingerprint = fingerprint;
      closeIdle(this.agent);
      this.agent = proxied
        ? proxyAgent(credentials)
        : directAgent(url, {
            ...KEEP_ALIVE,
            ...tlsSettings(credentials),
            maxSockets: this.most,
          });
    }
    return this.agent;
  }
}

function directAgent(url: URL, options: https.AgentOptions): http.Agent {
  return url.protocol === 'http:'
    ? new http.Agent(options)
    : new https.Agent(options);
}

/** The client knows how to speak to proxies; its agent is kept, if not its connections. */
function proxyAgent({ agent }: https.RequestOptions): http.Agent | undefined {
  return agent instanceof http.Agent ? agent : undefined;
}

function closeIdle(agent: http.Agent | undefined): void {
  const idle = Object.values(agent?.freeSockets ?? {}).flat();
  idle.forEach(socket => socket?.destroy());
}
