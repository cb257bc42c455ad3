import { CLUSTER_IP, Exposure } from '../kubernetes/objects';
import { connectionsOf, ExternalAddress } from './connectionsOf';

const HTTP = { transport: 'http', httpPath: 'sql', external: true } as const;
const HOST = '{{name}}.{{namespace}}.spark.example.com';

function of(exposure: Partial<Exposure>, address: ExternalAddress = 'none') {
  return connectionsOf({
    cluster: { kubernetesCluster: 'demo', namespace: 'data-eng', name: 'etl' },
    exposure: { ...CLUSTER_IP, ...exposure },
    address,
    user: 'ada',
  });
}

describe('connectionsOf', () => {
  it('leads to the Service inside of Kubernetes', () => {
    expect(of({})).toEqual({
      exposure: 'clusterIP',
      connect: { host: 'etl.data-eng.svc', port: 15002, tls: false },
      thrift: {
        host: 'etl.data-eng.svc',
        port: 10000,
        tls: false,
        transport: 'binary',
        httpPath: null,
      },
      user: 'ada',
      service: {
        namespace: 'data-eng',
        name: 'etl',
        connect: { host: 'etl.data-eng.svc', port: 15002, tls: false },
        thrift: {
          host: 'etl.data-eng.svc',
          port: 10000,
          tls: false,
          transport: 'binary',
          httpPath: null,
        },
      },
      message: null,
    });
  });

  it('tells of the Service also where only Connect is open to the outside', () => {
    const thrift = { ...HTTP, external: false };
    const { service } = of({ type: 'ingress', host: HOST, tls: true, thrift });
    expect(service).toMatchObject({
      connect: { host: 'etl.data-eng.svc', port: 15002, tls: false },
      thrift: { port: 10001, tls: false, transport: 'http', httpPath: 'sql' },
    });
  });

  it('tells transport and path of Thrift over HTTP', () => {
    expect(of({ thrift: { ...HTTP, external: false } }).thrift).toEqual({
      host: 'etl.data-eng.svc',
      port: 10001,
      tls: false,
      transport: 'http',
      httpPath: 'sql',
    });
  });

  it.each<[string, Partial<Exposure>, object | null, object | null]>([
    [
      'a load balancer',
      { type: 'loadBalancer', thrift: HTTP },
      { host: 'lb.example.com', port: 15002, tls: false },
      { host: 'lb.example.com', port: 10001, tls: false },
    ],
    [
      'a load balancer that ends TLS on another port',
      { type: 'loadBalancer', port: 443, tls: true, thrift: HTTP },
      { host: 'lb.example.com', port: 443, tls: true },
      { host: 'lb.example.com', port: 10001, tls: true },
    ],
    [
      'an ingress',
      { type: 'ingress', host: HOST, tls: true, thrift: HTTP },
      { host: 'etl.data-eng.spark.example.com', port: 443, tls: true },
      { host: 'etl.data-eng.spark.example.com', port: 443, tls: true },
    ],
    [
      'an ingress without TLS',
      { type: 'ingress', host: HOST, thrift: HTTP },
      { host: 'etl.data-eng.spark.example.com', port: 80, tls: false },
      { host: 'etl.data-eng.spark.example.com', port: 80, tls: false },
    ],
    [
      'a gateway on a port of its own',
      {
        type: 'gateway',
        host: HOST,
        tls: true,
        port: 8443,
        thrift: { ...HTTP, host: `thrift.${HOST}` },
      },
      { host: 'etl.data-eng.spark.example.com', port: 8443, tls: true },
      { host: 'thrift.etl.data-eng.spark.example.com', port: 8443, tls: true },
    ],
  ])('leads to %s', (_, exposure, connect, thrift) => {
    const connections = of(exposure, { host: 'lb.example.com' });
    expect(connections).toMatchObject({ connect, thrift, message: null });
  });

  it.each<[string, ExternalAddress, RegExp]>([
    ['has no address yet', 'none', /no address yet/],
    ['cannot be asked for', 'unknown', /demo does not answer/],
  ])('says when the load balancer %s', (_, address, message) => {
    expect(of({ type: 'loadBalancer' }, address)).toMatchObject({
      connect: null,
      thrift: null,
      message: expect.stringMatching(message),
    });
  });

  it('says where Thrift is while it is not open to the outside', () => {
    expect(
      of({ type: 'loadBalancer' }, { host: 'lb.example.com' }),
    ).toMatchObject({
      connect: { host: 'lb.example.com' },
      thrift: null,
      message: expect.stringContaining('etl.data-eng.svc:10000'),
    });
  });
});
