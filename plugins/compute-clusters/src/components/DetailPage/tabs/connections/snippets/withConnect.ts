import type { ConnectEndpoint } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Target } from '../Target';
import type { Snippet, SnippetPart } from './Snippet';

/** What a client of Spark Connect needs; clients send a token over TLS only, unless to this computer. */
export function withConnect(
  target: Target,
  partsOf: (connect: ConnectEndpoint) => SnippetPart[],
): Snippet {
  const { connect } = target;
  if (!connect) return { problem: 'noConnect' };
  if (!connect.tls && connect.host !== 'localhost') {
    return { problem: 'connectTls' };
  }
  return { parts: partsOf(connect) };
}
