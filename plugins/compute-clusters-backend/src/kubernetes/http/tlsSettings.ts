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

/** The same for all requests that may share a connection. */
export function fingerprintOf(
  server: URL,
  options: https.RequestOptions,
): string {
  return [
    server.origin,
    ...TLS_SETTINGS.map(name => String(options[name])),
  ].join('\n');
}
