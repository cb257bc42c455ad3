import { isPod } from '../objects/Pod';
import { RESOURCE_TYPES } from '../resources/resourceTypes';
import { forbidden } from '../status';
import type { Admission } from './Admission';

const BUILT_IN: Record<string, number> = {
  'system-cluster-critical': 2_000_000_000,
  'system-node-critical': 2_000_001_000,
};

const PRIORITY_CLASSES = RESOURCE_TYPES.filter(
  type => type.kind === 'PriorityClass',
);

/** A pod's priority class must exist; its value becomes the pod's priority. */
export const admitPriority: Admission = (type, object, store) => {
  if (!isPod(object) || !object.spec.priorityClassName) return object;
  const name = object.spec.priorityClassName;
  const found = PRIORITY_CLASSES.map(classes =>
    store.get(classes, undefined, name),
  ).find(candidate => candidate !== undefined);
  const priority = found ? Number(found.value ?? 0) : BUILT_IN[name];
  if (priority === undefined) {
    throw forbidden(
      type,
      object.metadata.name,
      `no PriorityClass with name ${name} was found`,
    );
  }
  return { ...object, spec: { ...object.spec, priority } };
};
