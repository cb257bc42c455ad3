import { type Summary, summaryOf } from '../summary';
import { BenchmarkUser } from './BenchmarkUser';
import type { KubernetesTimeline } from './KubernetesTimeline';
import type { ListPageWatch } from './ListPageWatch';
import type { StoreWatch } from './StoreWatch';

/** How long one cluster takes while nothing else goes on, in milliseconds. */
export interface AtRest {
  postToJobMs: Summary;
  podReadyToStoreMs: Summary;
  podReadyToPageMs: Summary;
  postToCatalogMs: Summary;
}

/** Creates clusters one after the other. */
export async function measureAtRest(options: {
  count: number;
  user: BenchmarkUser;
  kubernetes: KubernetesTimeline;
  store: StoreWatch;
  page: ListPageWatch;
}): Promise<AtRest> {
  const times = [];
  // The list has 50 on its first page, by name: the newest stands on top.
  for (let i = 999; i > 999 - options.count; i--) {
    times.push(await measureOne(`rest-${i}`, options));
  }
  return {
    postToJobMs: summaryOf(times.map(t => t.job - t.posted)),
    podReadyToStoreMs: summaryOf(times.map(t => t.active - t.ready)),
    podReadyToPageMs: summaryOf(times.map(t => t.shown - t.ready)),
    postToCatalogMs: summaryOf(times.map(t => t.catalog - t.posted)),
  };
}

async function measureOne(
  name: string,
  options: {
    user: BenchmarkUser;
    kubernetes: KubernetesTimeline;
    store: StoreWatch;
    page: ListPageWatch;
  },
) {
  const { user, kubernetes, store, page } = options;
  const posted = Date.now();
  const { id } = await user.create(name);
  const [job, ready, active, shown] = await Promise.all([
    kubernetes.jobCreatedAt(id),
    kubernetes.podReadyAt(id),
    store.activeAt(id),
    page.shownActiveAt(name),
  ]);
  return {
    posted,
    job,
    ready,
    active,
    shown,
    catalog: await user.inCatalogAt(name),
  };
}
