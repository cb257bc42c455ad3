import { createApiRef } from '@backstage/core-plugin-api';
import { isError } from '@backstage/errors';
import { QueryClient } from '@tanstack/react-query';
import { LiveUpdates } from './LiveUpdates';

const RETRIES = 2;
const HEAL_MS = 5_000;

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
            state.error && isPassing(state.error) ? HEAL_MS : false,
          retry: (failures, error) => failures < retries && isPassing(error),
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

/** Asking again helps only against faults of the server and the network. */
function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return status === undefined || status >= 500;
}

/** The HTTP status that an error carries, if any. */
export function statusOf(error: unknown): number | undefined {
  if (!isError(error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
