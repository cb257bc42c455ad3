import http from 'http';
import https from 'https';
import { fingerprintOf, tlsSettings } from './tlsSettings';

/** Watches take a few connections for good; more requests at once than this only queue in the API server. */
const AGENT_OPTIONS = {
  keepAlive: true,
  keepAliveMsecs: 15_000,
  maxSockets: 64,
  scheduling: 'lifo',
} as const;

/**
 * One keep-alive agent for all requests to a Kubernetes cluster. The client makes a new one for each request, and so a
 * new TLS connection. It is replaced only when the TLS credentials change.
 */
export class SharedAgent {
  static create(options: { maxSockets?: number } = {}): SharedAgent {
    return new SharedAgent({ ...AGENT_OPTIONS, ...options });
  }

  private agent: http.Agent | undefined;
  private fingerprint: string | undefined;

  private constructor(private readonly options: https.AgentOptions) {}

  /** The agent for these options, in which the client has set TLS credentials and, behind a proxy, an agent. */
  agentFor(server: URL, options: https.RequestOptions, proxied: boolean) {
    const fingerprint = fingerprintOf(server, options);
    if (!this.agent || fingerprint !== this.fingerprint) {
      this.fingerprint = fingerprint;
      this.agent = proxied
        ? proxyAgent(options)
        : directAgent(server, options, this.options);
    }
    return this.agent;
  }

  /** Ends all connections. */
  close(): void {
    this.agent?.destroy();
    this.agent = undefined;
  }
}

function directAgent(
  server: URL,
  options: https.RequestOptions,
  agentOptions: https.AgentOptions,
): http.Agent {
  if (server.protocol === 'http:') {
    return new http.Agent(agentOptions);
  }
  return new https.Agent({ ...agentOptions, ...tlsSettings(options) });
}

/** The client knows how to speak to proxies; its agent is kept, if not its connections. */
function proxyAgent(options: https.RequestOptions): http.Agent | undefined {
  return options.agent instanceof http.Agent ? options.agent : undefined;
}
