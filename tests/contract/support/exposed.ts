import { ClusterObjectInput } from './backend';

/** The builders' input for a cluster with all its endpoints open to the outside. */
export function exposed(
  type: 'loadBalancer' | 'ingress',
  input: ClusterObjectInput,
): ClusterObjectInput {
  return {
    ...input,
    exposure: {
      type,
      annotations: { 'example.com/owner': 'platform' },
      host: '{{name}}.{{namespace}}.spark.example.com',
      tls: true,
      thrift: { transport: 'http', httpPath: 'cliservice', external: true },
    },
  };
}
