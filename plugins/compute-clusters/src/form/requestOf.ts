import type { ClusterFormValues } from './clusterFormValues';

/** What the form asks for, not yet validated: fields that are not shown are left out. */
export function requestOf(values: ClusterFormValues) {
  const { kubernetesCluster, spec, ...rest } = values;
  return {
    ...rest,
    ...(kubernetesCluster && { kubernetesCluster }),
    spec: specRequestOf(spec),
  };
}

function specRequestOf(spec: ClusterFormValues['spec']) {
  const { deploymentType, driver, executor, autoScaling } = spec;
  const { autoTermination, image } = spec;
  const common = {
    deploymentType,
    driver,
    image: image || null,
    autoTermination: autoTermination.enabled
      ? autoTermination
      : { enabled: false },
  };
  if (deploymentType === 'single-node') return common;
  const { min, volume, ...size } = executor;
  return {
    ...common,
    executor: {
      ...size,
      volume: volume || null,
      ...(autoScaling.enabled && { min }),
    },
    autoScaling: autoScaling.enabled ? autoScaling : { enabled: false },
  };
}
