import type {
  Connections,
  ConnectionsService,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

const INSIDE = { host: 'etl.data-eng.svc', tls: false };

/** The Service of the cluster etl. */
export const SERVICE: ConnectionsService = {
  namespace: 'data-eng',
  name: 'etl',
  connect: { ...INSIDE, port: 15002 },
  thrift: { ...INSIDE, port: 10000, transport: 'binary', httpPath: null },
};

/** The same, with Thrift over HTTP. */
export const HTTP_SERVICE: ConnectionsService = {
  ...SERVICE,
  thrift: {
    ...INSIDE,
    port: 10001,
    transport: 'http',
    httpPath: 'cliservice',
  },
};

/** A cluster that nothing leads to from outside. */
export function clusterIp(service = SERVICE): Connections {
  return {
    exposure: 'clusterIP',
    connect: service.connect,
    thrift: service.thrift,
    user: 'ada',
    service,
    message: null,
  };
}

/** A cluster behind an ingress with TLS. */
export function ingress(httpPath = 'cliservice'): Connections {
  const outside = { host: 'etl.example.com', port: 443, tls: true };
  return {
    ...clusterIp(HTTP_SERVICE),
    exposure: 'ingress',
    connect: outside,
    thrift: { ...outside, transport: 'http', httpPath },
  };
}
