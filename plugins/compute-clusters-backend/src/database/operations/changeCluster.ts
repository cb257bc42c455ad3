import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { ClusterChange, IdempotentRequest } from '../ClusterStore';
import { toClusterRecord } from '../clusterRows';
import { ClusterRecord } from '../records';
import { ClusterWithRunRow } from '../rows';
import { applyChange } from './applyChange';
import { findDone, hashRequest, OnceOnly, saveDone } from './idempotency';
import { selectClusters } from './selectClusters';

/** Reads a cluster under a lock and stores what is decided on it, in one transaction. */
export async function changeCluster(options: {
  knex: Knex;
  id: string;
  decide: (cluster: ClusterRecord) => ClusterChange | undefined;
  idempotency?: IdempotentRequest;
  now: () => Date;
  /** Forgets idempotency keys that are too old. */
  forgetOld: () => Promise<void>;
}): Promise<void> {
  const { knex, id, decide, idempotency, now, forgetOld } = options;
  if (idempotency) {
    await forgetOld();
  }
  await knex.transaction(async tx => {
    const row = await lockCluster(tx, id);
    const once = idempotency && onceOnly(id, idempotency);
    if (once && (await findDone(tx, once))) {
      return;
    }
    const cluster = toClusterRecord(row);
    const at = now();
    const change = decide(cluster);
    if (change) {
      await applyChange({ tx, cluster, change, now: at });
    }
    if (once) {
      await saveDone(tx, once, id, at);
    }
  });
}

/**
 * The lock also keeps the same request from being looked up twice at once; SQLite has one writer anyway. It is taken by
 * itself: who had to wait for it sees the other's changes of the locked row only, and a join would find the old run.
 */
async function lockCluster(
  tx: Knex.Transaction,
  id: string,
): Promise<ClusterWithRunRow> {
  const lock = tx('clusters').where({ id }).whereNull('removed_at');
  const row =
    (await lock.forUpdate().first('id')) &&
    (await selectClusters(tx).where('clusters.id', id).first());
  if (!row) {
    throw new NotFoundError(`There is no compute cluster '${id}'`);
  }
  return row;
}

function onceOnly(id: string, request: IdempotentRequest): OnceOnly {
  const scope = `${request.action}:${id}`;
  return {
    requestedBy: request.user,
    scope,
    key: request.key,
    requestHash: hashRequest(scope),
  };
}
