import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import { pyhiveConnection } from './pyhiveConnection';
import { INSTALL_PYHIVE } from './pyhiveSnippet';
import { quoted } from './quoted';
import type { Snippet } from './Snippet';
import { sqlalchemyUrl } from './sqlalchemyUrl';
import { needsTransport, withPyHive } from './withPyHive';

/** A program with SQLAlchemy, by PyHive. */
export function sqlalchemySnippet(target: Target): Snippet {
  return withPyHive(target, thrift => [
    { label: 'install', text: `${INSTALL_PYHIVE} sqlalchemy` },
    { label: 'python', text: programOf(target, thrift) },
  ]);
}

function programOf(target: Target, thrift: ThriftEndpoint): string {
  return `${engineOf(target, thrift)}
with engine.connect() as connection:
    print(connection.execute(text("SELECT 41 + 1 AS answer")).fetchall())
`;
}

function engineOf(target: Target, thrift: ThriftEndpoint): string {
  if (!needsTransport(thrift)) {
    return `from sqlalchemy import create_engine, text

engine = create_engine(${quoted(sqlalchemyUrl(target, thrift))})`;
  }
  const { imports, setUp, connect } = pyhiveConnection(target, thrift);
  return `${imports}
from sqlalchemy import create_engine, text
from sqlalchemy.pool import StaticPool

${setUp}# The transport is one connection: it cannot be shared by a pool.
engine = create_engine("hive://", creator=lambda: ${connect}, poolclass=StaticPool)`;
}
