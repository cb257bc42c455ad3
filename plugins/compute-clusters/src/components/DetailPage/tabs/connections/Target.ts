import type {
  ComputeCluster,
  ConnectEndpoint,
  Connections,
  ConnectionsService,
  ThriftEndpoint,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** From where a client comes: from outside, from this computer by kubectl port-forward, from a pod of the namespace. */
export type Reach = 'outside' | 'forward' | 'inside';

/** What a snippet is filled in with. */
export interface Target {
  reach: Reach;
  /** Of the compute cluster. */
  name: string;
  connect: ConnectEndpoint | null;
  thrift: ThriftEndpoint | null;
  /** The name that clients give. */
  user: string;
  service?: ConnectionsService;
  /** Of Spark Connect; only once the user has asked to see it. */
  token?: string;
}

/** The ways to a cluster that there are, the best first. */
export function reachesOf({ exposure, service }: Connections): Reach[] {
  const within: Reach[] = service ? ['forward', 'inside'] : ['inside'];
  return exposure === 'clusterIP' ? within : ['outside', ...within];
}

/** Where the clients of a cluster connect when they come this way. */
export function targetOf(
  connections: Connections,
  cluster: Pick<ComputeCluster, 'name'>,
  reach: Reach,
  token?: string,
): Target {
  const { user, service } = connections;
  return {
    reach,
    name: cluster.name,
    user,
    service,
    token,
    ...endpointsOf(connections, reach),
  };
}

type Endpoints = Pick<Target, 'connect' | 'thrift'>;

function endpointsOf(connections: Connections, reach: Reach): Endpoints {
  const { connect, thrift, service } = connections;
  switch (reach) {
    case 'forward':
      return {
        connect: service ? onThisComputer(service.connect) : null,
        thrift: service ? onThisComputer(service.thrift) : null,
      };
    case 'inside':
      return service ?? insideOnly(connections);
    default:
      return { connect, thrift };
  }
}

/** A portal's back end that is older than this page says nothing of the Service. */
function insideOnly({ exposure, connect, thrift }: Connections): Endpoints {
  return exposure === 'clusterIP'
    ? { connect, thrift }
    : { connect: null, thrift: null };
}

function onThisComputer<T extends ConnectEndpoint>(endpoint: T): T {
  return { ...endpoint, host: 'localhost', tls: false };
}
