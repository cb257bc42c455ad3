import type {
  ClusterFormValues,
  SettingRow,
  TextRow,
} from './clusterFormValues';

type FormSpec = ClusterFormValues['spec'];

/** What the form asks for, not yet validated: fields that are not shown are left out. */
export function requestOf(values: ClusterFormValues) {
  const { kubernetesCluster, spec, ...rest } = values;
  return {
    ...rest,
    ...(kubernetesCluster && { kubernetesCluster }),
    spec: {
      ...sizeRequestOf(spec),
      image: spec.image || null,
      autoTermination: spec.autoTermination.enabled
        ? spec.autoTermination
        : { enabled: false },
      schedule: scheduleOf(spec.schedule),
      ...settingsOf(spec),
    },
  };
}

/** The part of the specification from which size and cost follow. */
export function sizeRequestOf(spec: FormSpec) {
  const { deploymentType, driver, executor, autoScaling } = spec;
  if (deploymentType === 'single-node') return { deploymentType, driver };
  const { min, volume, ...size } = executor;
  return {
    deploymentType,
    driver,
    executor: {
      ...size,
      volume: volume || null,
      ...(autoScaling.enabled && { min }),
    },
    autoScaling: autoScaling.enabled ? autoScaling : { enabled: false },
  };
}

function scheduleOf({ enabled, timeZone, windows }: FormSpec['schedule']) {
  if (!enabled) return null;
  return {
    timeZone,
    windows: windows.map(({ days, start, stop }) => ({
      days,
      start: start || null,
      stop: stop || null,
    })),
  };
}

function settingsOf(spec: FormSpec) {
  const { jars, files, pyFiles, packages } = spec.dependencies;
  return {
    environment: spec.environment.map(settingOf),
    sparkConf: spec.sparkConf.map(settingOf),
    arguments: textsOf(spec.arguments),
    javaOptions: spec.javaOptions,
    dependencies: {
      jars: textsOf(jars),
      files: textsOf(files),
      pyFiles: textsOf(pyFiles),
      packages: textsOf(packages),
    },
    tags: Object.fromEntries(spec.tags.map(({ key, value }) => [key, value])),
  };
}

function settingOf(row: SettingRow) {
  const { name, kind, value, secret } = row;
  if (kind === 'plain') return { name, value };
  if (kind === 'reference') return { name, secret: { ref: secret.ref } };
  return {
    name,
    secret: isKept(row) ? { stored: true } : { value: secret.value },
  };
}

/** Whether the value that Kubernetes keeps stays: it is kept by the setting's name. */
export function isKept({ name, secret }: SettingRow): boolean {
  return (
    secret.value === '' && secret.storedAs !== '' && secret.storedAs === name
  );
}

function textsOf(rows: readonly TextRow[]): string[] {
  return rows.map(({ value }) => value);
}
