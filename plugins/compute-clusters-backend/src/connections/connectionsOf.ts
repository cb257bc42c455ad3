import {
  ComputeCluster,
  ConnectEndpoint,
  Connections,
  ThriftEndpoint,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  CLUSTER_IP,
  clusterObjectName,
  connectHost,
  Exposure,
  PORTS,
  thriftHost,
  thriftPort,
} from '../kubernetes/objects';

/** What a load balancer has said of its address: one, none yet, or nothing since Kubernetes is silent. */
export type ExternalAddress = { host: string } | 'none' | 'unknown';

/** What tells where a cluster can be reached. */
export interface ConnectionFacts {
  cluster: Pick<ComputeCluster, 'kubernetesCluster' | 'namespace' | 'name'>;
  exposure: Exposure;
  /** Of type loadBalancer. */
  address: ExternalAddress;
  /** The name that the caller's Thrift clients give. */
  user: string;
}

const HTTPS = 443;
const HTTP = 80;

/** Where clients of a cluster connect. */
export function connectionsOf(facts: ConnectionFacts): Connections {
  const { cluster, exposure, user } = facts;
  const { namespace } = cluster;
  const name = clusterObjectName(cluster);
  const inside = `${name}.${namespace}.svc`;
  const { connect, thrift, message } = hostsOf(facts, inside);
  return {
    exposure: exposure.type,
    connect: connect === null ? null : connectEndpoint(exposure, connect),
    thrift: thrift === null ? null : thriftEndpoint(exposure, thrift),
    user,
    service: { namespace, name, ...insideEndpoints(exposure, inside) },
    message,
  };
}

/** The Service is there whatever is exposed, and TLS ends before it. */
function insideEndpoints({ thrift }: Exposure, host: string) {
  const exposure: Exposure = { ...CLUSTER_IP, thrift };
  return {
    connect: connectEndpoint(exposure, host),
    thrift: thriftEndpoint(exposure, host),
  };
}

function connectEndpoint(exposure: Exposure, host: string): ConnectEndpoint {
  return {
    host,
    port: portOf(exposure, PORTS.connect),
    tls: exposure.tls,
  };
}

function thriftEndpoint(exposure: Exposure, host: string): ThriftEndpoint {
  const { transport, httpPath } = exposure.thrift;
  return {
    host,
    port: thriftPortOf(exposure),
    tls: exposure.tls,
    transport,
    httpPath: transport === 'http' ? httpPath : null,
  };
}

interface Hosts {
  connect: string | null;
  thrift: string | null;
  message: string | null;
}

function hostsOf(facts: ConnectionFacts, inside: string): Hosts {
  const { cluster, exposure, address } = facts;
  switch (exposure.type) {
    case 'clusterIP':
      return { connect: inside, thrift: inside, message: null };
    case 'loadBalancer':
      return typeof address === 'string'
        ? { connect: null, thrift: null, message: noAddress(facts) }
        : thriftIfExternal(facts, inside, {
            connect: address.host,
            thrift: address.host,
          });
    default: {
      const place = { ...cluster, exposure };
      return thriftIfExternal(facts, inside, {
        connect: connectHost(place),
        thrift: thriftHost(place),
      });
    }
  }
}

function thriftIfExternal(
  { cluster, exposure }: ConnectionFacts,
  inside: string,
  hosts: { connect: string; thrift: string },
): Hosts {
  if (exposure.thrift.external) {
    return { ...hosts, message: null };
  }
  const at = `${inside}:${thriftPort(exposure)}`;
  return {
    connect: hosts.connect,
    thrift: null,
    message: `Thrift asks for no password, so it is open to pods of namespace ${cluster.namespace} only, at ${at}. Use Spark Connect, or forward the port of the Service with kubectl.`,
  };
}

function noAddress({ address, cluster }: ConnectionFacts): string {
  return address === 'unknown'
    ? `Kubernetes cluster ${cluster.kubernetesCluster} does not answer, so the address of the load balancer is not known. Try again later.`
    : 'The load balancer has no address yet. Look again in a minute; if it stays so, ask the platform team.';
}

function portOf(exposure: Exposure, own: number): number {
  if (exposure.type === 'clusterIP') {
    return own;
  }
  const usual = exposure.tls ? HTTPS : HTTP;
  return exposure.port ?? (exposure.type === 'loadBalancer' ? own : usual);
}

/** A configured port of a load balancer is that of Connect. */
function thriftPortOf(exposure: Exposure): number {
  const { type, port } = exposure;
  return portOf(
    { ...exposure, port: type === 'loadBalancer' ? undefined : port },
    thriftPort(exposure),
  );
}
