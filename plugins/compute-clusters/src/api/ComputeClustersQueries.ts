import { createApiRef } from '@backstage/core-plugin-api';
import { isError, ResponseError } from '@backstage/errors';
import { QueryClient } from '@tanstack/react-query';
import { LiveUpdates } from './LiveUpdates';

const RETRIES = 2;
const HEAL_MS = 5_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_WAIT_MS = 600_000;

/** Statuses below 500 that pass: Request Timeout, Too Many Requests. */
const PASSING: readonly number[] = [408, 429];

/**
 * What the pages and cards share: one cache, kept fresh by one listener.
 *
 * @public
 */
export class ComputeClustersQueries {
  private constructor(
    /** The cache of everything that was read. */
    readonly client: QueryClient,
    /** Makes the cache stale when a signal says so. */
    readonly updates: LiveUpdates,
  ) {}

  static create(options?: { retries?: number }): ComputeClustersQueries {
    const retries = options?.retries ?? RETRIES;
    const client = new QueryClient({
      defaultOptions: {
        queries: {
          staleTime: 5_000,
          // What could not be read is asked for until it can: a portal that restarts heals its pages.
          refetchInterval: ({ state }) =>
            state.error && isPassing(state.error)
              ? Math.max(HEAL_MS, waitOf(state.error) ?? 0)
              : false,
          // Whom the server lets wait for long learns why meanwhile.
          retry: (failures, error) =>
            failures < retries &&
            isPassing(error) &&
            (waitOf(error) ?? 0) <= HEAL_MS,
          retryDelay: (failures, error) =>
            Math.max(FIRST_RETRY_MS * 2 ** failures, waitOf(error) ?? 0),
        },
      },
    });
    return new ComputeClustersQueries(client, LiveUpdates.create(client));
  }
}

/**
 * The shared cache of the compute clusters' pages and cards.
 *
 * @public
 */
export const computeClustersQueriesApiRef =
  createApiRef<ComputeClustersQueries>({
    id: 'plugin.compute-clusters.queries',
  });

/** Asking again helps only against faults of the server and the network, and where there was too much at a time. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500 || PASSING.includes(status);
}

/** How many milliseconds the server wants to be left alone, if it says so: a proxy may hide it from the browser. */
export function waitOf(error: unknown): number | undefined {
  if (!(error instanceof ResponseError)) return undefined;
  const seconds = error.response.headers.get('retry-after') ?? '';
  if (!/^\d+$/.test(seconds)) return undefined;
  // A timer that is set for weeks rings at once.
  return Math.min(Number(seconds) * 1_000, LONGEST_WAIT_MS);
}

/** The HTTP status that an error carries, if any. */
export function statusOf(error: unknown): number | undefined {
  if (!isError(error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
