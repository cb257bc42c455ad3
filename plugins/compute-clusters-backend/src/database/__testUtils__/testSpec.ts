import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A whole specification for tests. */
export function testSpec(
  changes: Partial<ComputeClusterSpec> = {},
): ComputeClusterSpec {
  return {
    deploymentType: 'multi-node',
    driver: { nodeType: 'driver-small' },
    executor: {
      nodeType: 'executor-small',
      min: 0,
      max: 4,
      spot: false,
      volume: null,
    },
    autoScaling: { enabled: true, idleTimeoutMinutes: 30 },
    autoTermination: { enabled: false, idleMinutes: 60 },
    schedule: null,
    image: null,
    arguments: [],
    javaOptions: '',
    environment: [],
    sparkConf: [],
    dependencies: { jars: [], files: [], pyFiles: [], packages: [] },
    tags: {},
    ...changes,
  };
}
