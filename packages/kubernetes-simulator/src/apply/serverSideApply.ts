import type { JsonObject } from '../objects/json';
import { sameJson } from '../objects/json';
import type {
  KubernetesObject,
  ManagedFieldsEntry,
} from '../objects/KubernetesObject';
import type { StatusCause } from '../status';
import { StatusError } from '../status';
import {
  fieldsOf,
  hasPath,
  leavesOf,
  pathText,
  valueAt,
  without,
} from './Fields';
import type { Manager } from './managedFields';
import { isEntryOf, ownableOf, ownedBy, withEntry } from './managedFields';
import { mergeApplied } from './mergeApplied';
import { removeField } from './removeFields';

interface Conflict {
  entry: ManagedFieldsEntry;
  paths: string[][];
}

function describe(entry: ManagedFieldsEntry): string {
  const time = entry.operation === 'Update' && entry.subresource;
  return `conflict with "${entry.manager}"${
    time ? ` with subresource "${entry.subresource}"` : ''
  } using ${entry.apiVersion}`;
}

function conflictError(conflicts: Conflict[]): StatusError {
  const causes = conflicts.flatMap(({ entry, paths }) =>
    paths.map(
      (path): StatusCause => ({
        reason: 'FieldManagerConflict',
        message: describe(entry),
        field: pathText(path),
      }),
    ),
  );
  const text =
    causes.length === 1
      ? `1 conflict: ${causes[0].message}: ${causes[0].field}`
      : `${causes.length} conflicts: ${conflicts
          .map(({ entry, paths }) =>
            [
              `${describe(entry).replace('conflict', 'conflicts')}:`,
              ...paths.map(path => `- ${pathText(path)}`),
            ].join('\n'),
          )
          .join('\n')}`;
  return new StatusError(409, 'Conflict', `Apply failed with ${text}`, {
    causes,
  });
}

function findConflicts(
  entries: ManagedFieldsEntry[],
  live: JsonObject,
  applied: JsonObject,
): Conflict[] {
  const leaves = leavesOf(fieldsOf(applied)).filter(
    path => !sameJson(valueAt(live, path), valueAt(applied, path)),
  );
  return entries
    .map(entry => ({
      entry,
      paths: leaves
        .filter(path => path[path.length - 1] !== '.')
        .filter(path => hasPath(ownedBy(entry), path)),
    }))
    .filter(conflict => conflict.paths.length > 0);
}

/** Fields that this manager applied before, applies no longer, and nobody else wants. */
function abandoned(
  entries: ManagedFieldsEntry[],
  manager: Manager,
  applied: JsonObject,
): string[][] {
  const mine = entries.find(entry => isEntryOf(manager, entry));
  const others = entries.filter(entry => !isEntryOf(manager, entry));
  const wanted = fieldsOf(applied);
  return leavesOf(mine ? ownedBy(mine) : {}).filter(
    path =>
      !hasPath(wanted, path) &&
      !others.some(entry => hasPath(ownedBy(entry), path)),
  );
}

/**
 * Merges an applied configuration into the live object as Kubernetes' server-side apply does.
 *
 * @throws StatusError 409 if another manager owns a field with another value, unless forced
 */
export function serverSideApply(options: {
  live: KubernetesObject;
  applied: JsonObject;
  manager: Manager;
  force: boolean;
  time: string;
}): { object: JsonObject; managedFields: ManagedFieldsEntry[] } {
  const { live, manager, force, time } = options;
  const applied = ownableOf(options.applied);
  const entries = live.metadata.managedFields ?? [];
  const others = entries.filter(entry => !isEntryOf(manager, entry));
  const conflicts = findConflicts(others, live, applied);
  if (conflicts.length > 0 && !force) throw conflictError(conflicts);

  const ceded = entries
    .map(entry => {
      const lost = conflicts.find(conflict => conflict.entry === entry);
      return lost
        ? { ...entry, fieldsV1: without(ownedBy(entry), lost.paths) }
        : entry;
    })
    .filter(entry => Object.keys(entry.fieldsV1).length > 0);
  const removed = abandoned(entries, manager, applied);
  const object = mergeApplied(
    removed.reduce(removeField, { ...live }),
    applied,
  );
  return {
    object,
    managedFields: withEntry(
      ceded,
      manager,
      fieldsOf(applied),
      live.apiVersion,
      time,
    ),
  };
}
