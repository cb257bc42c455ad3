import { loadYaml, V1Pod } from '@kubernetes/client-node';
import {
  clusterObjectInput,
  nodeType,
  SINGLE_NODE,
  spec,
} from '../__testUtils__/clusterObjectInput';
import { clientService } from './clientService';
import { clusterConfigMap } from './clusterConfigMap';
import { clusterSecret, connectTokenOf } from './clusterSecret';
import { driverAccessObjects } from './driverAccessObjects';
import { CLUSTER_IP } from './Exposure';
import { limitRange } from './limitRange';
import { networkPolicy } from './networkPolicy';
import { resourceQuota } from './resourceQuota';

describe('clusterSecret', () => {
  it('holds the properties, and the Connect token by itself', () => {
    const secret = clusterSecret(clusterObjectInput());
    const file = Buffer.from(
      secret.data?.['spark-defaults.conf'] ?? '',
      'base64',
    ).toString();
    expect(file).toContain('spark.connect.authenticate.token t0ken\n');
    expect(connectTokenOf(secret)).toBe('t0ken');
  });

  it('gives no token where there is none', () => {
    expect(connectTokenOf({ data: {} })).toBeUndefined();
  });
});

describe('clusterConfigMap', () => {
  function template(values = {}): V1Pod {
    const map = clusterConfigMap(clusterObjectInput(values));
    return loadYaml<V1Pod>(map.data?.['executor.yaml'] ?? '');
  }

  it('starts executors without token, service links and privileges', () => {
    expect(template().spec).toMatchObject({
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: { runAsNonRoot: true, runAsUser: 185 },
      containers: [
        {
          name: 'executor',
          securityContext: { allowPrivilegeEscalation: false },
          terminationMessagePolicy: 'FallbackToLogsOnError',
        },
      ],
    });
  });

  it('places executors by their node type', () => {
    const executorNodeType = nodeType({
      nodeSelector: { pool: 'executors' },
      tolerations: [{ key: 'executors', operator: 'Exists' }],
      accelerators: { 'nvidia.com/gpu': 2 },
    });
    expect(template({ executorNodeType }).spec).toMatchObject({
      nodeSelector: { pool: 'executors' },
      tolerations: [{ key: 'executors', operator: 'Exists' }],
      containers: [{ resources: { limits: { 'nvidia.com/gpu': '2' } } }],
    });
  });

  it('prefers spot machines, and tolerates them, only where asked', () => {
    const executor = {
      nodeType: 'small',
      min: 0,
      max: 1,
      spot: true,
      volume: null,
    };
    const spot = template({ spec: spec({ executor }) }).spec;
    expect(
      spot?.affinity?.nodeAffinity
        ?.preferredDuringSchedulingIgnoredDuringExecution,
    ).toHaveLength(4);
    expect(spot?.tolerations).toHaveLength(4);
    expect(template().spec?.affinity).toBeUndefined();
  });

  it('has no executor template on a single node', () => {
    const map = clusterConfigMap(
      clusterObjectInput({ spec: spec(SINGLE_NODE) }),
    );
    expect(Object.keys(map.data ?? {})).toEqual(['log4j2.properties']);
  });
});

describe('clientService', () => {
  it('leads to the driver of whatever run there is', () => {
    const service = clientService(clusterObjectInput());
    expect(service.spec?.selector).toEqual({
      'compute-clusters.backstage.io/cluster-id':
        '7c1e4d1e-0000-4000-8000-000000000001',
      'compute-clusters.backstage.io/component': 'driver',
    });
    expect(service.spec?.ports?.map(port => port.port)).toEqual([
      15002, 10000, 4040,
    ]);
    expect(service.metadata?.annotations).toBeUndefined();
  });

  it('has a name that Kubernetes accepts for a Service', () => {
    const name = clientService(clusterObjectInput({ name: '1st' })).metadata
      ?.name;
    expect(name).toMatch(/^[a-z]([-a-z0-9]*[a-z0-9])?$/);
  });
});

describe('objects of a namespace', () => {
  it('let drivers make executors, and executors nothing', () => {
    expect(
      driverAccessObjects('ml').map(
        ({ kind, metadata }) => `${kind}/${metadata?.name}`,
      ),
    ).toEqual([
      'ServiceAccount/spark-driver',
      'ServiceAccount/spark-executor',
      'Role/spark-driver',
      'RoleBinding/spark-driver',
    ]);
  });

  it('limit what the mapping limits, requests and limits alike', () => {
    const quota = resourceQuota({
      namespace: 'ml',
      quota: { cpu: 64, memoryGiB: 512, pods: 200 },
    });
    expect(quota.spec?.hard).toEqual({
      'requests.cpu': '64',
      'limits.cpu': '64',
      'requests.memory': '512Gi',
      'limits.memory': '512Gi',
      pods: '200',
    });
    expect(
      resourceQuota({ namespace: 'ml', quota: { pods: 0 } }).spec?.hard,
    ).toEqual({ pods: '0' });
  });

  it('give a size to containers that say none', () => {
    expect(limitRange('ml').spec?.limits[0]._default).toEqual({
      cpu: '1',
      memory: '1Gi',
    });
  });

  it('open Connect to all, Thrift to the namespace, the rest to Spark alone', () => {
    const [spark, thrift, open] =
      networkPolicy('ml', CLUSTER_IP).spec?.ingress ?? [];
    expect(spark.ports).toBeUndefined();
    expect(spark._from).toEqual([
      {
        podSelector: {
          matchLabels: { 'app.kubernetes.io/managed-by': 'compute-clusters' },
        },
      },
    ]);
    expect(thrift).toMatchObject({
      _from: [{ podSelector: {} }],
      ports: [{ port: 10000 }, { port: 10001 }],
    });
    expect(open).toMatchObject({ ports: [{ port: 15002 }, { port: 4040 }] });
    expect(open._from).toBeUndefined();
  });
});
