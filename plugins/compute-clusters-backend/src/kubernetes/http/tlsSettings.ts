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

/** Those of the options that are about TLS. */
export type TlsSettings = Pick<
  https.RequestOptions,
  (typeof TLS_SETTINGS)[number]
>;

/** What the client has set of TLS. */
export function tlsSettings(options: https.RequestOptions): TlsSettings {
  return Object.fromEntries(
    TLS_SETTINGS.filter(name => options[name] !== undefined).map(name => [
      name,
      options[name],
    ]),
  );
}

/** Credentials are the same object for many requests; their certificates are long. */
const fingerprints = new WeakMap<https.RequestOptions, string>();

/** The same for all requests that may share a connection. */
export function fingerprintOf(
  server: URL,
  options: https.RequestOptions,
): string {
  const known = fingerprints.get(options);
  const settings =
    known ?? TLS_SETTINGS.map(name => String(options[name])).join('\n');
  if (known === undefined) {
    fingerprints.set(options, settings);
  }
  return `${server.origin}\n${settings}`;
}
