import type { KubernetesObject } from '@kubernetes/client-node';
import { ClusterObjectInput } from '../ClusterObjectInput';
import { clusterObjectName, PORTS } from '../names';
import { thriftPort } from '../thriftPort';
import { exposedMetadata, ServiceOwner } from './exposedObject';
import { connectHost, thriftHost } from './hostOf';
import { CONNECT_SERVICE } from './paths';

/** A route of the Gateway API, of which the client has no types. */
export interface GatewayRoute extends KubernetesObject {
  spec: {
    parentRefs: { name: string; namespace?: string; sectionName?: string }[];
    hostnames: string[];
    rules: {
      matches: object[];
      backendRefs: { name: string; port: number }[];
    }[];
  };
}

/** A GRPCRoute for Connect and an HTTPRoute for Thrift. */
export function gatewayRoutes(
  input: ClusterObjectInput,
  owner: ServiceOwner,
): GatewayRoute[] {
  const { exposure } = input;
  const connect = route(input, owner, {
    kind: 'GRPCRoute',
    endpoint: 'connect',
    host: connectHost(input),
    match: { method: { service: CONNECT_SERVICE } },
    port: PORTS.connect,
  });
  return exposure.thrift.external
    ? [
        connect,
        route(input, owner, {
          kind: 'HTTPRoute',
          endpoint: 'thrift',
          host: thriftHost(input),
          match: {
            path: {
              type: 'PathPrefix',
              value: `/${exposure.thrift.httpPath}`,
            },
          },
          port: thriftPort(exposure),
        }),
      ]
    : [connect];
}

function route(
  input: ClusterObjectInput,
  owner: ServiceOwner,
  to: {
    kind: 'GRPCRoute' | 'HTTPRoute';
    endpoint: 'connect' | 'thrift';
    host: string;
    match: object;
    port: number;
  },
): GatewayRoute {
  const name = clusterObjectName(input);
  const { gateway } = input.exposure;
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: to.kind,
    metadata: exposedMetadata(input, owner, `${name}.${to.endpoint}`),
    spec: {
      parentRefs: gateway ? [gateway] : [],
      hostnames: [to.host],
      rules: [{ matches: [to.match], backendRefs: [{ name, port: to.port }] }],
    },
  };
}
