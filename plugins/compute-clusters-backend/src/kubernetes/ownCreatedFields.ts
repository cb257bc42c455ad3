import { V1ManagedFieldsEntry } from '@kubernetes/client-node';
import { FIELD_MANAGER } from './objects';

/**
 * Server-side apply takes away only what was applied before, not what was created: labels of a removed tag would stay
 * for ever. This turns the record of our create into the record of an apply.
 *
 * @returns the new records; undefined if there is nothing to turn
 */
export function ownCreatedFields(
  entries: V1ManagedFieldsEntry[],
): V1ManagedFieldsEntry[] | undefined {
  const ours = entries.filter(
    ({ manager, subresource }) => manager === FIELD_MANAGER && !subresource,
  );
  const created = ours.find(({ operation }) => operation === 'Update');
  return (
    created && [
      ...entries.filter(entry => !ours.includes(entry)),
      { ...created, operation: 'Apply' },
    ]
  );
}
