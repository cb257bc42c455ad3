import { V1Secret } from '@kubernetes/client-node';
import { ClusterObjectInput } from './ClusterObjectInput';
import { clusterLabels } from './labels';
import { clusterObjectName, CONNECT_TOKEN_KEY, FILES } from './names';
import { propertiesFile } from './properties/propertiesFile';
import { sparkProperties } from './sparkProperties';

/**
 * The Secret of a compute cluster: its `spark-defaults.conf`, always secret since it holds the Connect token, and the
 * token once more for those who may read it. In base64 because server-side apply cannot own `stringData`.
 */
export function clusterSecret(input: ClusterObjectInput): V1Secret {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: clusterObjectName(input),
      namespace: input.namespace,
      labels: clusterLabels(input),
    },
    type: 'Opaque',
    data: {
      [FILES.sparkDefaults]: encode(propertiesFile(sparkProperties(input))),
      [CONNECT_TOKEN_KEY]: encode(input.connectToken),
    },
  };
}

/** The Connect token in a compute cluster's Secret; undefined if it holds none. */
export function connectTokenOf(secret: V1Secret): string | undefined {
  const value = secret.data?.[CONNECT_TOKEN_KEY];
  return value && Buffer.from(value, 'base64').toString('utf8');
}

function encode(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
