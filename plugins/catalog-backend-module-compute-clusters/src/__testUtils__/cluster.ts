import {
  ComputeCluster,
  entityRefOf,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

const AT = new Date('2026-08-01T10:00:00.000Z');

/** A compute cluster for tests: `etl` in `data-eng` on `demo`, if nothing else is said. */
export function cluster(
  overrides: Partial<ComputeCluster> = {},
): ComputeCluster {
  const { name = 'etl', namespace = 'data-eng' } = overrides;
  return {
    id: `id-of-${name}`,
    kubernetesCluster: 'demo',
    namespace,
    name,
    description: '',
    ownerRef: 'group:default/data-engineering',
    entityRef: entityRefOf({ namespace, name }),
    spec: {
      deploymentType: 'single-node',
      driver: { nodeType: 'driver-small' },
      executor: null,
      autoScaling: null,
      autoTermination: { enabled: false, idleMinutes: 60 },
      schedule: null,
      image: null,
      arguments: [],
      javaOptions: '',
      environment: [],
      sparkConf: [],
      dependencies: { jars: [], files: [], pyFiles: [], packages: [] },
      tags: {},
    },
    generation: 1,
    restartRequired: false,
    power: 'on',
    status: {
      state: 'ACTIVE',
      lastKnownState: 'ACTIVE',
      reason: 'Ready',
      message: 'The driver is ready.',
      since: AT,
      observedAt: AT,
      driver: { pod: null, ready: true, attempts: 1 },
      executors: { running: 0, pending: 0, max: 0, reason: null },
      automaticStop: null,
    },
    run: null,
    createdBy: 'user:default/data-engineer',
    createdAt: AT,
    updatedBy: 'user:default/data-engineer',
    updatedAt: AT,
    deletionRequestedAt: null,
    ...overrides,
  };
}
