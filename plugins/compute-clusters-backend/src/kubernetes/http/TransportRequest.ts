import http from 'http';
import https from 'https';

/** One request with all that it needs on its way. */
export interface TransportRequest {
  url: URL;
  method: string;
  headers: http.OutgoingHttpHeaders;
  body?: string;
  signal: AbortSignal;
  /** What the client made of the kubeconfig: TLS settings, basic authentication, and behind a proxy an agent. */
  credentials: https.RequestOptions;
  proxied: boolean;
  /** Whether the answer goes on for long, as a watch does. */
  endless: boolean;
}

/** The beginning of an answer. */
export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** Throws when it breaks off before its end. */
  body: AsyncIterable<Buffer>;
}
