import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';

/** An address for PyHive's dialects of SQLAlchemy. */
export function sqlalchemyUrl(
  { user }: Pick<Target, 'user'>,
  { host, port, tls, transport }: ThriftEndpoint,
): string {
  const place = `${encodeURIComponent(user)}@${host}:${port}/default`;
  if (transport === 'binary') return `hive://${place}`;
  return tls
    ? `hive+https://${place}?ssl_cert=required&check_hostname=true`
    : `hive+http://${place}`;
}
