import http from 'http';
import https from 'https';

/** TLS settings that tell connections apart. */
const TLS_SETTINGS = [
  'ca',
  'cert',
  'key',
  'pfx',
  'passphrase',
  'servername',
  'rejectUnauthorized',
] as const;

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
  static create(): SharedAgent {
    return new SharedAgent();
  }

  private agent: http.Agent | undefined;
  private fingerprint: string | undefined;

  private constructor() {}

  /** The agent for these options, in which the client has set TLS credentials and, behind a proxy, an agent. */
  agentFor(server: URL, options: https.RequestOptions, proxied: boolean) {
    const fingerprint = fingerprintOf(server, options);
    if (!this.agent || fingerprint !== this.fingerprint) {
      this.fingerprint = fingerprint;
      this.agent = proxied ? proxyAgent(options) : directAgent(server, options);
    }
    return this.agent;
  }

  /** Ends all connections. */
  close(): void {
    this.agent?.destroy();
    this.agent = undefined;
  }
}

function fingerprintOf(server: URL, options: https.RequestOptions): string {
  return [
    server.origin,
    ...TLS_SETTINGS.map(name => String(options[name])),
  ].join('\n');
}

function directAgent(server: URL, options: https.RequestOptions): http.Agent {
  if (server.protocol === 'http:') {
    return new http.Agent(AGENT_OPTIONS);
  }
  const tls = Object.fromEntries(
    TLS_SETTINGS.filter(name => options[name] !== undefined).map(name => [
      name,
      options[name],
    ]),
  );
  return new https.Agent({ ...AGENT_OPTIONS, ...tls });
}

/** The client knows how to speak to proxies; its agent is kept, if not its connections. */
function proxyAgent(options: https.RequestOptions): http.Agent | undefined {
  return options.agent instanceof http.Agent ? options.agent : undefined;
}
