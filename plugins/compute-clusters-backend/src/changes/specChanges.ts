import {
  ComputeClusterSpec,
  Setting,
  SpecChange,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** A value as it can be shown and compared; those of secrets are compared, and never shown. */
interface Entry {
  field: string;
  name: string | null;
  /** Undefined where nothing is set. */
  text: string | undefined;
  secret: boolean;
}

/** How one specification becomes another, in the order of the form. Secret values show as null. Pure. */
export function specChanges(
  before: ComputeClusterSpec,
  after: ComputeClusterSpec,
): SpecChange[] {
  const old = entriesOf(before);
  const next = entriesOf(after);
  const keys = new Set([...next.keys(), ...old.keys()]);
  return [...keys].flatMap(key => {
    const from = old.get(key);
    const to = next.get(key);
    const entry = to ?? from;
    if (!entry || isSame(from, to)) {
      return [];
    }
    return {
      field: entry.field,
      name: entry.name,
      ...(from?.text !== undefined && { from: shown(from.text, from) }),
      ...(to?.text !== undefined && { to: shown(to.text, to) }),
    };
  });
}

function isSame(from: Entry | undefined, to: Entry | undefined): boolean {
  return (
    from?.text === to?.text && Boolean(from?.secret) === Boolean(to?.secret)
  );
}

function shown(text: string, { secret }: Entry): string | null {
  return secret ? null : text;
}

function entriesOf(spec: ComputeClusterSpec): Map<string, Entry> {
  const entries = [
    ...fieldEntries(spec),
    ...settingEntries('environment', spec.environment),
    ...settingEntries('sparkConf', spec.sparkConf),
    ...Object.entries(spec.tags).map(([name, text]) => ({
      field: 'tags',
      name,
      text,
      secret: false,
    })),
  ];
  return new Map(
    entries.map(entry => [`${entry.field} ${entry.name ?? ''}`, entry]),
  );
}

/** Those that are not set too, so that all are in the order of the form. */
function fieldEntries(spec: ComputeClusterSpec): Entry[] {
  const { executor, autoScaling, autoTermination, schedule } = spec;
  const { jars, files, pyFiles, packages } = spec.dependencies;
  const fields: [field: string, value: string | number | null | undefined][] = [
    ['driver.nodeType', spec.driver.nodeType],
    ['executor.nodeType', executor?.nodeType],
    ['executor.min', executor?.min],
    ['executor.max', executor?.max],
    ['executor.spot', executor && String(executor.spot)],
    ['executor.volume', executor?.volume],
    [
      'autoScaling.idleTimeoutMinutes',
      autoScaling?.enabled ? autoScaling.idleTimeoutMinutes : undefined,
    ],
    [
      'autoTermination.idleMinutes',
      autoTermination.enabled ? autoTermination.idleMinutes : undefined,
    ],
    ['schedule', schedule && scheduleText(schedule)],
    ['image', spec.image],
    ['arguments', spec.arguments.join('\n')],
    ['javaOptions', spec.javaOptions],
    ['dependencies.jars', jars.join('\n')],
    ['dependencies.files', files.join('\n')],
    ['dependencies.pyFiles', pyFiles.join('\n')],
    ['dependencies.packages', packages.join('\n')],
  ];
  return fields.map(([field, value]) => ({
    field,
    name: null,
    text: value === null || value === '' ? undefined : value?.toString(),
    secret: false,
  }));
}

function scheduleText({
  timeZone,
  windows,
}: NonNullable<ComputeClusterSpec['schedule']>): string {
  const lines = windows.map(
    ({ days, start, stop }) =>
      `${days.join(', ')}: ${start ?? '–'} to ${stop ?? '–'}`,
  );
  return [...lines, timeZone].join('\n');
}

function settingEntries(field: string, settings: Setting[]): Entry[] {
  return settings.map(({ name, value, secret }) => {
    const entry = { field, name };
    if (!secret) {
      return { ...entry, text: value ?? '', secret: false };
    }
    return secret.ref && !secret.stored
      ? {
          ...entry,
          text: `Secret ${secret.ref.name}, key ${secret.ref.key}`,
          secret: false,
        }
      : // Each value is kept under a key of its own.
        { ...entry, text: secret.ref?.key ?? '', secret: true };
  });
}
