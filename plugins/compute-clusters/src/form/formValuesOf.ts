import type {
  ComputeCluster,
  ComputeClusterSpec,
  Setting,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  DEFAULT_VALUES,
  NEW_SETTING,
  type ClusterFormValues,
  type SettingRow,
  type TextRow,
} from './clusterFormValues';

/** What the form holds to configure a cluster. */
export function formValuesOf(cluster: ComputeCluster): ClusterFormValues {
  const { kubernetesCluster, namespace, name, description, spec } = cluster;
  return {
    kubernetesCluster,
    namespace,
    name,
    description,
    spec: specValuesOf(spec),
  };
}

/** What the form holds to clone a cluster: all but the name, and but the secret values that nobody can read. */
export function cloneValuesOf(cluster: ComputeCluster): ClusterFormValues {
  const values = formValuesOf(cluster);
  const { environment, sparkConf } = values.spec;
  return {
    ...values,
    name: '',
    spec: {
      ...values.spec,
      environment: environment.map(withoutStored),
      sparkConf: sparkConf.map(withoutStored),
    },
  };
}

/** Whether a clone lacks a secret value. */
export function lacksSecrets({ spec }: ClusterFormValues): boolean {
  return [...spec.environment, ...spec.sparkConf].some(
    ({ secret }) => secret.notCloned,
  );
}

function withoutStored(row: SettingRow): SettingRow {
  const { storedAs } = row.secret;
  const secret = { ...row.secret, storedAs: '', notCloned: storedAs !== '' };
  return { ...row, secret };
}

function specValuesOf(spec: ComputeClusterSpec): ClusterFormValues['spec'] {
  const { executor, autoScaling, schedule, dependencies, ...rest } = spec;
  const defaults = DEFAULT_VALUES.spec;
  const { jars, files, pyFiles, packages } = dependencies;
  return {
    ...rest,
    executor: executor
      ? { ...executor, volume: executor.volume ?? '' }
      : defaults.executor,
    autoScaling: autoScaling ?? defaults.autoScaling,
    schedule: schedule ? scheduleValuesOf(schedule) : defaults.schedule,
    image: spec.image ?? '',
    environment: spec.environment.map(settingRowOf),
    sparkConf: spec.sparkConf.map(settingRowOf),
    arguments: textRowsOf(spec.arguments),
    dependencies: {
      jars: textRowsOf(jars),
      files: textRowsOf(files),
      pyFiles: textRowsOf(pyFiles),
      packages: textRowsOf(packages),
    },
    tags: Object.entries(spec.tags).map(([key, value]) => ({ key, value })),
  };
}

function scheduleValuesOf({
  timeZone,
  windows,
}: NonNullable<ComputeClusterSpec['schedule']>) {
  return {
    enabled: true,
    timeZone,
    windows: windows.map(({ days, start, stop }) => ({
      days,
      start: start ?? '',
      stop: stop ?? '',
    })),
  };
}

function settingRowOf({ name, value, secret }: Setting): SettingRow {
  if (!secret) return { ...NEW_SETTING, name, value: value ?? '' };
  return {
    ...NEW_SETTING,
    name,
    kind: secret.ref ? 'reference' : 'secret',
    secret: {
      ...NEW_SETTING.secret,
      storedAs: secret.stored ? name : '',
      ref: secret.ref ?? NEW_SETTING.secret.ref,
    },
  };
}

function textRowsOf(texts: readonly string[]): TextRow[] {
  return texts.map(value => ({ value }));
}
