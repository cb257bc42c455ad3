import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import { pyhiveConnection } from './pyhiveConnection';
import type { Snippet } from './Snippet';
import { withPyHive } from './withPyHive';

/** What installs PyHive, with a SASL that needs no compiler. */
export const INSTALL_PYHIVE = "pip install 'PyHive[hive-pure-sasl]'";

/** A program in Python over Thrift. */
export function pyhiveSnippet(target: Target): Snippet {
  return withPyHive(target, thrift => [
    { label: 'install', text: INSTALL_PYHIVE },
    { label: 'python', text: programOf(target, thrift) },
  ]);
}

function programOf(target: Target, thrift: ThriftEndpoint): string {
  const { imports, setUp, connect } = pyhiveConnection(target, thrift);
  return `${imports}

${setUp}cursor = ${connect}.cursor()
cursor.execute("SELECT 41 + 1 AS answer")
print(cursor.fetchall())
`;
}
