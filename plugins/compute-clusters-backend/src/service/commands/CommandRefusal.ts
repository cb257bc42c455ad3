import { ClusterRecord } from '../../database';

/** A command that must not be carried out on a cluster as it is; nothing of it is stored. */
export class CommandRefusal extends Error {
  constructor(
    /** Whether the cluster's state forbids it, or it changed since the caller read it. */
    readonly kind: 'wrong-state' | 'stale',
    message: string,
    readonly cluster: ClusterRecord,
  ) {
    super(message);
  }
}
