import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What follows the database in the address of Hive's JDBC driver. */
export function jdbcOptions(thrift: ThriftEndpoint): string {
  const { tls, transport, httpPath } = thrift;
  return [
    ...(tls ? ['ssl=true'] : []),
    ...(transport === 'http'
      ? ['transportMode=http', `httpPath=${httpPath}`]
      : []),
  ]
    .map(option => `;${option}`)
    .join('');
}

/** An address for Hive's JDBC driver. */
export function jdbcUrl(thrift: ThriftEndpoint): string {
  const { host, port } = thrift;
  return `jdbc:hive2://${host}:${port}/default${jdbcOptions(thrift)}`;
}
