import type { ThriftEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import type { Snippet, SnippetPart } from './Snippet';

/** What a client of Thrift needs. */
export function withThrift(
  target: Target,
  partsOf: (thrift: ThriftEndpoint) => SnippetPart[],
): Snippet {
  const { thrift } = target;
  return thrift ? { parts: partsOf(thrift) } : { problem: 'noThrift' };
}
