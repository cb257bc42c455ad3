import type { Clock } from '../clock';
import type { Faults } from '../faults/Faults';
import type { PodLogs } from '../logs/PodLogs';
import type { Registry } from '../registry/Registry';
import type { ObjectStore } from '../storage/ObjectStore';
import type { PodProxy } from './PodProxy';
import type { WatchSessions } from './watch/WatchSessions';

/** What the handlers of requests work with. */
export interface ApiContext {
  clock: Clock;
  store: ObjectStore;
  registry: Registry;
  faults: Faults;
  logs: PodLogs;
  watches: WatchSessions;
  proxy: PodProxy;
  /** Who may ask, by bearer token. */
  tokens: Map<string, string>;
}
