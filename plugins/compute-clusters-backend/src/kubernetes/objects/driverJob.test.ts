import {
  clusterObjectInput,
  nodeType,
  SINGLE_NODE,
  spec,
} from '../__testUtils__/clusterObjectInput';
import { ClusterObjectInput } from './ClusterObjectInput';
import { driverJob } from './driverJob';

function driverOf(values: Partial<ClusterObjectInput> = {}) {
  const pod = driverJob(clusterObjectInput(values)).spec?.template.spec;
  const container = pod?.containers[0];
  return { pod, container, args: container?.args ?? [] };
}

describe('driverJob', () => {
  it('names the run, so that it never meets objects of an earlier one', () => {
    const job = driverJob(clusterObjectInput());
    expect(job.metadata).toMatchObject({
      name: 'etl-3',
      namespace: 'data-eng',
    });
  });

  it('leaves room for the names of pods and executors', () => {
    const job = driverJob(clusterObjectInput({ name: 'a'.repeat(53) }));
    expect(job.metadata?.name?.length).toBeLessThanOrEqual(41);
  });

  it('carries the same labels on the Job and its pods', () => {
    const job = driverJob(
      clusterObjectInput({ spec: spec({ tags: { 'cost-centre': '42' } }) }),
    );
    const labels = {
      'app.kubernetes.io/managed-by': 'compute-clusters',
      'app.kubernetes.io/part-of': 'compute-clusters',
      'compute-clusters.backstage.io/cluster-id':
        '7c1e4d1e-0000-4000-8000-000000000001',
      'compute-clusters.backstage.io/run': '3',
      'compute-clusters.backstage.io/component': 'driver',
      'tags.compute-clusters.backstage.io/cost-centre': '42',
    };
    expect(job.metadata?.labels).toEqual(labels);
    expect(job.spec?.template.metadata?.labels).toEqual(labels);
  });

  it('lets Kubernetes retry crashes five times, but not count evictions, nor run two drivers at once', () => {
    expect(driverJob(clusterObjectInput()).spec).toMatchObject({
      backoffLimit: 5,
      podReplacementPolicy: 'Failed',
      podFailurePolicy: {
        rules: [
          { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] },
        ],
      },
      template: { spec: { restartPolicy: 'Never' } },
    });
  });

  it('runs as an ordinary user without privileges', () => {
    const { pod, container } = driverOf();
    expect(pod?.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 185,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod?.enableServiceLinks).toBe(false);
    expect(pod?.serviceAccountName).toBe('spark-driver');
  });

  it('starts and is ready with Thrift, and dies only when the UI is silent for a minute', () => {
    const { container } = driverOf();
    expect(container?.startupProbe?.tcpSocket?.port).toBe(10000);
    expect(container?.readinessProbe?.tcpSocket?.port).toBe(10000);
    expect(container?.livenessProbe).toEqual({
      httpGet: { path: '/api/v1/version', port: 4040 },
      periodSeconds: 10,
      timeoutSeconds: 10,
      failureThreshold: 6,
    });
    expect(container?.terminationMessagePolicy).toBe('FallbackToLogsOnError');
  });

  it('asks for exactly the node type, and goes where it says', () => {
    const { pod, container } = driverOf({
      driverNodeType: nodeType({
        cpu: 1500,
        memory: 8192,
        accelerators: { 'nvidia.com/gpu': 1 },
        nodeSelector: { pool: 'drivers' },
        tolerations: [{ key: 'drivers', operator: 'Exists' }],
      }),
    });
    const quantities = {
      cpu: '1500m',
      memory: '8192Mi',
      'nvidia.com/gpu': '1',
    };
    expect(container?.resources).toEqual({
      requests: quantities,
      limits: quantities,
    });
    expect(pod?.nodeSelector).toEqual({ pool: 'drivers' });
    expect(pod?.tolerations).toEqual([{ key: 'drivers', operator: 'Exists' }]);
  });

  it('takes addresses and ids from the pod, which are new in each attempt', () => {
    const { args } = driverOf();
    expect(args).toEqual(
      expect.arrayContaining([
        'spark.driver.host=$(POD_IP)',
        'spark.driver.bindAddress=$(POD_IP)',
        'spark.app.id=$(POD_NAME)',
        'spark.kubernetes.driver.pod.name=$(POD_NAME)',
        'spark.kubernetes.executor.podNamePrefix=$(POD_NAME)',
      ]),
    );
    expect(args.at(-1)).toBe('spark-internal');
  });

  it('runs single-node clusters in the driver alone', () => {
    const { args } = driverOf({
      spec: spec(SINGLE_NODE),
      driverNodeType: nodeType({ cpu: 2000 }),
    });
    expect(args[args.indexOf('--master') + 1]).toBe('local[3]');
    expect(args.join(' ')).not.toContain('spark.kubernetes');
  });

  it('puts the user’s arguments after the class and before its own, as written', () => {
    const { args } = driverOf({
      spec: spec({ arguments: ['--hiveconf', 'a=$(POD_NAME)'] }),
    });
    expect(args.slice(1, 6)).toEqual([
      '--class',
      'org.apache.spark.sql.hive.thriftserver.HiveThriftServer2',
      '--hiveconf',
      'a=$$(POD_NAME)',
      '--master',
    ]);
  });

  it('gives the driver the user’s variables, secret ones by reference', () => {
    const { container } = driverOf({
      spec: spec({
        environment: [
          { name: 'PLAIN', value: '$(POD_NAME)' },
          { name: 'SECRET', secret: { ref: { name: 's', key: 'k' } } },
        ],
      }),
    });
    expect(container?.env).toEqual(
      expect.arrayContaining([
        { name: 'PLAIN', value: '$$(POD_NAME)' },
        {
          name: 'SECRET',
          valueFrom: { secretKeyRef: { name: 's', key: 'k' } },
        },
      ]),
    );
  });
});
