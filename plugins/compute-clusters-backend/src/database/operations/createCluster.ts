import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { NewCluster } from '../ClusterStore';
import { NameConflictError } from '../NameConflictError';
import {
  findDone,
  forgetDone,
  hashRequest,
  OnceOnly,
  saveDone,
} from './idempotency';
import { insertCluster } from './insertCluster';

/**
 * Stores a cluster, once for each idempotency key.
 *
 * @returns its id, or that of the cluster which the same request made before
 * @throws NameConflictError if the name is taken
 */
export async function createCluster(options: {
  knex: Knex;
  cluster: NewCluster;
  now: Date;
}): Promise<string> {
  const { knex, cluster, now } = options;
  const once = onceOnly(cluster);
  if (once) {
    await forgetDone(knex, now);
  }
  const before = once && (await findDone(knex, once));
  if (before) {
    return before;
  }
  try {
    return await knex.transaction(async tx => {
      const id = await insertCluster({ tx, cluster, now });
      if (once) {
        await saveDone(tx, once, id, now);
      }
      return id;
    });
  } catch (error) {
    if (!isDatabaseConflictError(error)) {
      throw error;
    }
    // The same request may have won the race meanwhile.
    const winner = once && (await findDone(knex, once));
    if (winner) {
      return winner;
    }
    throw new NameConflictError(
      `There is already a compute cluster '${cluster.name}' in namespace '${cluster.namespace}'`,
    );
  }
}

function onceOnly(cluster: NewCluster): OnceOnly | undefined {
  const { idempotencyKey, user, ...request } = cluster;
  return idempotencyKey === undefined
    ? undefined
    : {
        requestedBy: user,
        scope: 'create',
        key: idempotencyKey,
        requestHash: hashRequest(request),
      };
}
