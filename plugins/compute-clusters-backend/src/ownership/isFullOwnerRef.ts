import { parseEntityRef } from '@backstage/catalog-model';

/** Whether a text is the whole entity ref of a Group or User: nothing is guessed. */
export function isFullOwnerRef(ref: string): boolean {
  if (!/^[^:/]+:[^:/]+\/[^:/]+$/.test(ref)) {
    return false;
  }
  const { kind } = parseEntityRef(ref);
  return ['group', 'user'].includes(kind.toLocaleLowerCase('en-US'));
}
