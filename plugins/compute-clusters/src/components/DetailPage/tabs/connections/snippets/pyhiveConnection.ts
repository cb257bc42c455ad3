import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import { ANY_PASSWORD } from './anyPassword';
import { quoted } from './quoted';
import { needsTransport } from './withPyHive';

/** Python that makes a connection of PyHive. */
export interface PyHiveConnection {
  imports: string;
  /** Lines that come before; empty for most. */
  setUp: string;
  /** The expression that connects. */
  connect: string;
}

const IMPORT = 'from pyhive import hive';

/** How PyHive connects: by its own address, or by a transport where the path is another than PyHive's. */
export function pyhiveConnection(
  target: Pick<Target, 'user'>,
  thrift: ThriftEndpoint,
): PyHiveConnection {
  return needsTransport(thrift)
    ? byTransport(target, thrift)
    : { imports: IMPORT, setUp: '', connect: byAddress(target, thrift) };
}

function byAddress({ user }: Pick<Target, 'user'>, thrift: ThriftEndpoint) {
  const { host, port } = thrift;
  return `hive.connect(${[
    ...schemeOf(thrift),
    `host=${quoted(host)}`,
    `port=${port}`,
    `username=${quoted(user)}`,
  ].join(', ')})`;
}

/** PyHive looks at certificates only when it is told to. */
function schemeOf({ transport, tls }: ThriftEndpoint): string[] {
  if (transport === 'binary') return [];
  return tls
    ? ['scheme="https"', 'ssl_cert="required"', 'check_hostname="true"']
    : ['scheme="http"'];
}

/** The server refuses a header without a password, and does not look at it. */
function byTransport(
  { user }: Pick<Target, 'user'>,
  { host, port, tls, httpPath }: ThriftEndpoint,
): PyHiveConnection {
  const url = `${tls ? 'https' : 'http'}://${host}:${port}/${httpPath}/`;
  return {
    imports: `from base64 import b64encode
${IMPORT}
from thrift.transport.THttpClient import THttpClient`,
    setUp: `transport = THttpClient(${quoted(url)})
user = b64encode(${quoted(`${user}:${ANY_PASSWORD}`)}.encode()).decode()
transport.setCustomHeaders({"Authorization": f"Basic {user}"})
`,
    connect: 'hive.connect(thrift_transport=transport)',
  };
}
