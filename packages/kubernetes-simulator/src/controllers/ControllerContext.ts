import type { Clock } from '../clock';
import type { PodLogs } from '../logs/PodLogs';
import type { Registry } from '../registry/Registry';
import type { ObjectStore } from '../storage/ObjectStore';
import type { EventRecorder } from './EventRecorder';
import type { Timings } from './Timings';

/** What controllers work with. */
export interface ControllerContext {
  clock: Clock;
  store: ObjectStore;
  registry: Registry;
  events: EventRecorder;
  logs: PodLogs;
  timings: Timings;
}

/** Something that keeps a part of the cluster as it should be, until it is stopped. */
export interface Controller {
  start(): void;
  stop(): void;
}
