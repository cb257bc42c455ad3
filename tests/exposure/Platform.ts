import type { KubernetesObject } from '@kubernetes/client-node';
import type { Certificate } from '../support/Certificate';

const HOST = '{{name}}.{{namespace}}.localhost';
const THRIFT = { transport: 'http', external: true };
const TLS_SECRET = 'spark-certificate';
const GATEWAY = 'spark';

/** What a platform team does before its first compute cluster can be reached from outside. */
export interface Platform {
  /** `computeClusters.exposure`. */
  exposure: object;
  /** What it makes in Kubernetes. */
  objects: (KubernetesObject & Record<string, unknown>)[];
}

/** A port of TLS with a certificate. */
export interface Entrance {
  port: number;
  certificate: Certificate;
}

/** As docs/operations/exposure.md has it for `ingress`. */
export function byIngress({ port, certificate }: Entrance): Platform {
  return {
    exposure: {
      type: 'ingress',
      className: 'nginx',
      host: HOST,
      port,
      tlsSecret: TLS_SECRET,
      thrift: THRIFT,
    },
    objects: [
      tlsSecret('data-eng', certificate),
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'IngressClass',
        metadata: { name: 'nginx' },
        spec: { controller: 'k8s.io/ingress-nginx' },
      },
    ],
  };
}

/** As docs/operations/exposure.md has it for `gateway`. */
export function byGateway({ port, certificate }: Entrance): Platform {
  const namespace = 'default';
  return {
    exposure: {
      type: 'gateway',
      gateway: { name: GATEWAY, namespace, sectionName: 'https' },
      host: HOST,
      port,
      thrift: { ...THRIFT, host: 'thrift-{{name}}.{{namespace}}.localhost' },
    },
    objects: [
      tlsSecret(namespace, certificate),
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'GatewayClass',
        metadata: { name: 'traefik' },
        spec: { controllerName: 'traefik.io/gateway-controller' },
      },
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'Gateway',
        metadata: { name: GATEWAY, namespace },
        spec: {
          gatewayClassName: 'traefik',
          listeners: [
            {
              name: 'https',
              protocol: 'HTTPS',
              port,
              tls: { certificateRefs: [{ name: TLS_SECRET }] },
              allowedRoutes: { namespaces: { from: 'All' } },
            },
          ],
        },
      },
    ],
  };
}

function tlsSecret(namespace: string, { pem }: Certificate) {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: TLS_SECRET, namespace },
    type: 'kubernetes.io/tls',
    stringData: { 'tls.key': pem.key, 'tls.crt': pem.cert },
  };
}
