import { V1Ingress } from '@kubernetes/client-node';
import { ClusterObjectInput } from '../ClusterObjectInput';
import { clusterObjectName } from '../names';
import { exposedMetadata, ServiceOwner } from './exposedObject';
import { connectHost, thriftHost } from './hostOf';
import { CONNECT_SERVICE } from './paths';

/** Ingress has no word for gRPC: the most used controller takes this annotation, others take theirs by configuration. */
const GRPC = { 'nginx.ingress.kubernetes.io/backend-protocol': 'GRPC' };

/** One Ingress for Connect and one for Thrift, since their protocols differ; both may be of one host. */
export function ingresses(
  input: ClusterObjectInput,
  owner: ServiceOwner,
): V1Ingress[] {
  const { thrift } = input.exposure;
  const connect = ingress(input, owner, {
    port: 'connect',
    host: connectHost(input),
    path: `/${CONNECT_SERVICE}`,
    annotations: GRPC,
  });
  return thrift.external
    ? [
        connect,
        ingress(input, owner, {
          port: 'thrift',
          host: thriftHost(input),
          path: `/${thrift.httpPath}`,
        }),
      ]
    : [connect];
}

function ingress(
  input: ClusterObjectInput,
  owner: ServiceOwner,
  route: {
    port: string;
    host: string;
    path: string;
    annotations?: Record<string, string>;
  },
): V1Ingress {
  const { exposure } = input;
  const name = clusterObjectName(input);
  const metadata = exposedMetadata(input, owner, `${name}.${route.port}`);
  const service = { name, port: { name: route.port } };
  const { tlsSecret: secretName } = exposure;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: {
      ...metadata,
      annotations: { ...route.annotations, ...metadata.annotations },
    },
    spec: {
      ...(exposure.className && { ingressClassName: exposure.className }),
      ...(exposure.tls && {
        tls: [{ hosts: [route.host], ...(secretName && { secretName }) }],
      }),
      rules: [
        {
          host: route.host,
          http: {
            paths: [
              { path: route.path, pathType: 'Prefix', backend: { service } },
            ],
          },
        },
      ],
    },
  };
}
