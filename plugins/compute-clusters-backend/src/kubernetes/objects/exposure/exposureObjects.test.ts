import { V1Ingress, V1Service } from '@kubernetes/client-node';
import { clusterObjectInput } from '../../__testUtils__/clusterObjectInput';
import { clientService } from '../clientService';
import { driverJob } from '../driverJob';
import { CLUSTER_IP, Exposure } from '../Exposure';
import { networkPolicy } from '../networkPolicy';
import { exposureObjects } from './exposureObjects';

const THRIFT = {
  transport: 'http',
  httpPath: 'cliservice',
  external: true,
} as const;
const HOST = '{{name}}.{{namespace}}.spark.example.com';

function inputOf(exposure: Partial<Exposure>) {
  return clusterObjectInput({ exposure: { ...CLUSTER_IP, ...exposure } });
}

function objectsOf(exposure: Partial<Exposure>) {
  return exposureObjects(inputOf(exposure), { uid: 'service-uid' });
}

describe('exposureObjects', () => {
  it('are none inside of Kubernetes', () => {
    expect(objectsOf({})).toEqual([]);
    expect(clientService(inputOf({})).spec?.type).toBe('ClusterIP');
  });

  it('belong to the cluster’s Service, and carry its labels and the configured annotations', () => {
    const [ingress] = objectsOf({
      type: 'ingress',
      host: HOST,
      annotations: { 'cert-manager.io/cluster-issuer': 'ca' },
    });
    expect(ingress.metadata).toMatchObject({
      namespace: 'data-eng',
      labels: {
        'app.kubernetes.io/managed-by': 'compute-clusters',
        'compute-clusters.backstage.io/cluster-id':
          '7c1e4d1e-0000-4000-8000-000000000001',
      },
      annotations: { 'cert-manager.io/cluster-issuer': 'ca' },
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Service', name: 'etl', uid: 'service-uid' },
      ],
    });
    expect(
      clientService(inputOf({ type: 'ingress', host: HOST })).metadata
        ?.annotations,
    ).toEqual({
      'compute-clusters.backstage.io/exposed-as': 'Ingress/etl.connect',
    });
  });

  it.each<[string, Partial<Exposure>, [string, number][]]>([
    ['Connect alone', {}, [['connect', 15002]]],
    ['Connect on another port', { port: 443 }, [['connect', 443]]],
    [
      'Thrift too, where it is wanted',
      { thrift: { ...THRIFT, transport: 'binary' } },
      [
        ['connect', 15002],
        ['thrift', 10000],
      ],
    ],
    [
      'Thrift over HTTP',
      { thrift: THRIFT },
      [
        ['connect', 15002],
        ['thrift', 10001],
      ],
    ],
  ])('a load balancer opens %s, never the UI', (_, exposure, ports) => {
    const [service]: V1Service[] = objectsOf({
      type: 'loadBalancer',
      ...exposure,
    });
    expect(service.spec?.type).toBe('LoadBalancer');
    expect(
      service.spec?.ports?.map(({ targetPort, port }) => [targetPort, port]),
    ).toEqual(ports);
  });

  it('an ingress leads gRPC to Connect, by its path', () => {
    const ingresses: V1Ingress[] = objectsOf({ type: 'ingress', host: HOST });
    expect(ingresses).toHaveLength(1);
    expect(ingresses[0].metadata?.annotations).toEqual({
      'nginx.ingress.kubernetes.io/backend-protocol': 'GRPC',
    });
    expect(ingresses[0].spec?.rules).toEqual([
      {
        host: 'etl.data-eng.spark.example.com',
        http: {
          paths: [
            {
              path: '/spark.connect.SparkConnectService',
              pathType: 'Prefix',
              backend: { service: { name: 'etl', port: { name: 'connect' } } },
            },
          ],
        },
      },
    ]);
  });

  it('an ingress ends TLS with a certificate of its own or the controller’s, and may lead to Thrift', () => {
    const [connect, thrift]: V1Ingress[] = objectsOf({
      type: 'ingress',
      host: HOST,
      className: 'nginx',
      tls: true,
      tlsSecret: 'wildcard',
      thrift: THRIFT,
    });
    expect(connect.spec).toMatchObject({
      ingressClassName: 'nginx',
      tls: [
        { hosts: ['etl.data-eng.spark.example.com'], secretName: 'wildcard' },
      ],
    });
    expect(thrift.metadata?.annotations).toEqual({});
    expect(thrift.spec?.rules?.[0].http?.paths[0]).toMatchObject({
      path: '/cliservice',
      backend: { service: { port: { name: 'thrift' } } },
    });
    const [own]: V1Ingress[] = objectsOf({
      type: 'ingress',
      host: HOST,
      tls: true,
    });
    expect(own.spec?.tls).toEqual([
      { hosts: ['etl.data-eng.spark.example.com'] },
    ]);
  });

  it('a gateway gets a route of each kind, each with its host', () => {
    const gateway = { name: 'public', namespace: 'infra' };
    expect(
      objectsOf({
        type: 'gateway',
        host: HOST,
        gateway,
        thrift: { ...THRIFT, host: `thrift.${HOST}` },
      }),
    ).toMatchObject([
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'GRPCRoute',
        metadata: { name: 'etl.connect' },
        spec: {
          parentRefs: [gateway],
          hostnames: ['etl.data-eng.spark.example.com'],
          rules: [
            {
              matches: [
                { method: { service: 'spark.connect.SparkConnectService' } },
              ],
              backendRefs: [{ name: 'etl', port: 15002 }],
            },
          ],
        },
      },
      {
        kind: 'HTTPRoute',
        metadata: { name: 'etl.thrift' },
        spec: {
          hostnames: ['thrift.etl.data-eng.spark.example.com'],
          rules: [
            {
              matches: [{ path: { type: 'PathPrefix', value: '/cliservice' } }],
              backendRefs: [{ name: 'etl', port: 10001 }],
            },
          ],
        },
      },
    ]);
  });
});

describe('Thrift over HTTP', () => {
  const input = inputOf({ thrift: { ...THRIFT, external: false } });

  it('is what the driver serves, what probes ask and what the Service leads to', () => {
    const container = driverJob(input).spec?.template.spec?.containers[0];
    expect(container?.args).toEqual(
      expect.arrayContaining([
        'hive.server2.transport.mode=http',
        'hive.server2.thrift.http.port=10001',
        'hive.server2.thrift.http.path=cliservice',
      ]),
    );
    expect(container?.startupProbe?.tcpSocket?.port).toBe(10001);
    expect(container?.readinessProbe?.tcpSocket?.port).toBe(10001);
    expect(container?.ports).toContainEqual({
      name: 'thrift',
      containerPort: 10001,
      protocol: 'TCP',
    });
    expect(clientService(input).spec?.ports).toContainEqual(
      expect.objectContaining({ name: 'thrift', port: 10001 }),
    );
  });

  it('is open beyond the namespace only where it is external', () => {
    const open = (external: boolean) =>
      networkPolicy('ml', { thrift: { ...THRIFT, external } })
        .spec?.ingress?.filter(({ _from }) => !_from)
        .flatMap(({ ports = [] }) => ports.map(({ port }) => port));
    expect(open(false)).toEqual([15002, 4040]);
    expect(open(true)).toEqual([15002, 4040, 10000, 10001]);
  });
});
