/** How clients reach the compute clusters of a Kubernetes cluster. */
export interface Exposure {
  /** `clusterIP`: from inside of Kubernetes only. */
  type: 'clusterIP' | 'loadBalancer' | 'ingress' | 'gateway';
  /** Of what makes a cluster reachable from outside. */
  annotations: Record<string, string>;
  /** Host of each cluster, with `{{name}}` and `{{namespace}}`; of ingress and gateway. */
  host?: string;
  /** Port that clients connect to; by default the usual one. */
  port?: number;
  /** Whether what stands in front of the clusters ends TLS. */
  tls: boolean;
  /** Of ingress: the Secret with the certificate; without, the controller's own. */
  tlsSecret?: string;
  /** Of ingress. */
  className?: string;
  /** Of gateway: the Gateway that the routes belong to. */
  gateway?: { name: string; namespace?: string; sectionName?: string };
  thrift: ThriftExposure;
}

/** Thrift speaks one of its transports, and knows no users. */
export interface ThriftExposure {
  transport: 'binary' | 'http';
  /** Of transport http, without a slash. */
  httpPath: string;
  /** Whether it can be reached from outside of the cluster's namespace. */
  external: boolean;
  /** Of gateway, where the two kinds of routes may not share a host; of ingress, the host by default. */
  host?: string;
}

/** What is exposed where nothing is configured: nothing. */
export const CLUSTER_IP: Exposure = {
  type: 'clusterIP',
  annotations: {},
  tls: false,
  thrift: { transport: 'binary', httpPath: 'cliservice', external: false },
};
