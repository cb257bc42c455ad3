import type { PodLogs } from '../logs/PodLogs';
import type { ObjectStore } from '../storage/ObjectStore';
import { serialize } from '../storage/serialize';
import { STATE_VERSION } from './SavedState';

/** Everything that the next start needs, as text. Objects come from the cache of their JSON. */
export function renderState(
  store: ObjectStore,
  logs: PodLogs,
  token: string,
): string {
  const objects: string[] = [];
  for (const { object } of store.all()) objects.push(serialize(object));
  return `{"version":${STATE_VERSION},"token":${JSON.stringify(
    token,
  )},"revision":${store.revision},"logs":${JSON.stringify(
    Object.fromEntries(logs.entries()),
  )},"objects":[\n${objects.join(',\n')}\n]}\n`;
}
