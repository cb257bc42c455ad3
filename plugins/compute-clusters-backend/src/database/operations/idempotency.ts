import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { IdempotencyKeyReusedError } from '../IdempotencyKeyReusedError';
import { IdempotencyKeyRow } from '../rows';

const KEPT_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A request that must be carried out once. */
export interface OnceOnly {
  requestedBy: string;
  /** What the key counts for: `create`, or the command and the id of its cluster. */
  scope: string;
  key: string;
  requestHash: string;
}

/** Tells requests apart that carry the same key. */
export function hashRequest(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

/**
 * Finds the cluster of a request that was carried out before.
 *
 * @throws IdempotencyKeyReusedError if the key was used for another request
 */
export async function findDone(
  knex: Knex,
  once: OnceOnly,
): Promise<string | undefined> {
  const row = await knex<IdempotencyKeyRow>('idempotency_keys')
    .where({
      requested_by: once.requestedBy,
      scope: once.scope,
      key: once.key,
    })
    .first();
  if (row && row.request_hash !== once.requestHash) {
    throw new IdempotencyKeyReusedError(
      `The idempotency key '${once.key}' was used for another request`,
    );
  }
  return row?.cluster_id;
}

/** Remembers that a request was carried out. */
export async function saveDone(
  tx: Knex.Transaction,
  once: OnceOnly,
  clusterId: string,
  now: Date,
): Promise<void> {
  await tx('idempotency_keys').insert({
    requested_by: once.requestedBy,
    scope: once.scope,
    key: once.key,
    request_hash: once.requestHash,
    cluster_id: clusterId,
    created_at: now,
  });
}

/** Forgets yesterday's requests. Outside of any transaction, so that nobody waits for another one's cleaning. */
export async function forgetDone(knex: Knex, now: Date): Promise<void> {
  await knex('idempotency_keys')
    .where('created_at', '<', new Date(now.getTime() - KEPT_MILLISECONDS))
    .delete();
}
