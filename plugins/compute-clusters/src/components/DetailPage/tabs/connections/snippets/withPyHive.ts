import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import type { Snippet, SnippetPart } from './Snippet';
import { withThrift } from './withThrift';

/** The only path that PyHive builds into its own addresses. */
const PATH = 'cliservice';

/** What a client on PyHive needs: it has TLS for HTTP only. */
export function withPyHive(
  target: Target,
  partsOf: (thrift: ThriftEndpoint) => SnippetPart[],
): Snippet {
  const { thrift } = target;
  return thrift?.tls && thrift.transport === 'binary'
    ? { problem: 'binaryTls' }
    : withThrift(target, partsOf);
}

/** The same, where the client gives PyHive an address and nothing more. */
export function withPyHiveUrl(
  target: Target,
  partsOf: (thrift: ThriftEndpoint) => SnippetPart[],
): Snippet {
  return needsTransport(target.thrift)
    ? { problem: 'httpPath' }
    : withPyHive(target, partsOf);
}

/** Whether PyHive has to be given the way to the server ready-made. */
export function needsTransport(thrift: ThriftEndpoint | null): boolean {
  return thrift?.transport === 'http' && thrift.httpPath !== PATH;
}
