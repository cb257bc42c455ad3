import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { hideSecretKeys } from '../../userSecrets';
import { NewCluster } from '../ClusterStore';
import { NameConflictError } from '../NameConflictError';
import { ClusterRecord } from '../records';
import { findDone, hashRequest, OnceOnly, saveDone } from './idempotency';
import { insertCluster } from './insertCluster';

/** What became of a request for a cluster: the new one, or the id of what the same request made before. */
type Creation = { created: ClusterRecord } | { madeBefore: string };

/**
 * Stores a cluster, once for each idempotency key.
 *
 * @throws NameConflictError if the name is taken
 */
export async function createCluster(options: {
  knex: Knex;
  cluster: NewCluster;
  now: Date;
  /** Forgets idempotency keys that are too old. */
  forgetOld: () => Promise<void>;
}): Promise<Creation> {
  const { knex, cluster, now, forgetOld } = options;
  const once = onceOnly(cluster);
  if (once) {
    await forgetOld();
  }
  const before = once && (await findDone(knex, once));
  if (before) {
    return { madeBefore: before };
  }
  try {
    return await knex.transaction(async tx => {
      const created = await insertCluster({ tx, cluster, now });
      if (once) {
        await saveDone(tx, once, created.id, now);
      }
      return { created };
    });
  } catch (error) {
    if (!isDatabaseConflictError(error)) {
      throw error;
    }
    // The same request may have won the race meanwhile.
    const winner = once && (await findDone(knex, once));
    if (winner) {
      return { madeBefore: winner };
    }
    throw new NameConflictError(
      `There is already a compute cluster '${cluster.name}' in namespace '${cluster.namespace}'`,
    );
  }
}

function onceOnly(cluster: NewCluster): OnceOnly | undefined {
  const { id: _, idempotencyKey, user, ...request } = cluster;
  return idempotencyKey === undefined
    ? undefined
    : {
        requestedBy: user,
        scope: 'create',
        key: idempotencyKey,
        // Where secret values are kept is new in each request; what they are must not be guessed from the hash.
        requestHash: hashRequest({
          ...request,
          spec: hideSecretKeys(request.spec),
        }),
      };
}
