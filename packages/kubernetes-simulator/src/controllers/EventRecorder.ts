import type { Clock } from '../clock';
import { timestamp } from '../clock/timestamp';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { newUid } from '../registry/Ids';
import type { Registry } from '../registry/Registry';
import { EVENTS, NAMESPACES } from '../resources/resourceTypes';
import type { ObjectStore } from '../storage/ObjectStore';

/** Kubernetes forgets events after an hour. */
const TIME_TO_LIVE = 3_600_000;
const SWEEP_INTERVAL = 300_000;

/** What happened to an object. */
export interface Happening {
  type?: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Who saw it. */
  component: string;
}

/** Writes events; the same thing again counts up the event that is there. */
export class EventRecorder {
  /** Written events by what they say. */
  private readonly known = new Map<string, KubernetesObject>();
  private cancelSweep: () => void = () => {};

  constructor(
    private readonly registry: Registry,
    private readonly store: ObjectStore,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.cancelSweep = this.clock.after(SWEEP_INTERVAL, () => {
      this.sweep();
      this.start();
    });
  }

  stop(): void {
    this.cancelSweep();
  }

  record(about: KubernetesObject, happening: Happening): void {
    const namespace = about.metadata.namespace ?? 'default';
    const home = this.store.get(NAMESPACES, undefined, namespace);
    if (!home || home.metadata.deletionTimestamp) return;
    const { reason, message } = happening;
    const key = [about.metadata.uid, reason, message].join(' ');
    const { name = '' } = this.known.get(key)?.metadata ?? {};
    const present = this.store.get(EVENTS, namespace, name);
    if (present) this.countUp(present);
    else this.known.set(key, this.create(about, namespace, happening));
  }

  private countUp(event: KubernetesObject): void {
    this.registry.commit(EVENTS, event, {
      ...event,
      count: Number(event.count ?? 1) + 1,
      lastTimestamp: timestamp(this.clock.now()),
    });
  }

  private create(
    about: KubernetesObject,
    namespace: string,
    { type = 'Normal', reason, message, component }: Happening,
  ): KubernetesObject {
    const now = this.clock.now();
    const { metadata } = about;
    const unique = `${now.getTime().toString(16)}${newUid().slice(0, 8)}`;
    return this.registry.create(EVENTS, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: `${metadata.name}.${unique}`, namespace },
      involvedObject: {
        apiVersion: about.apiVersion,
        kind: about.kind,
        name: metadata.name,
        ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
        uid: metadata.uid,
        resourceVersion: metadata.resourceVersion,
      },
      reason,
      message,
      type,
      count: 1,
      firstTimestamp: timestamp(now),
      lastTimestamp: timestamp(now),
      eventTime: null,
      source: { component },
      reportingComponent: component,
      reportingInstance: '',
    });
  }

  private sweep(): void {
    const oldest = this.clock.now().getTime() - TIME_TO_LIVE;
    for (const event of this.store.list(EVENTS)) {
      if (Date.parse(String(event.lastTimestamp)) < oldest) {
        this.registry.delete(EVENTS, event);
      }
    }
    for (const [key, { metadata }] of this.known) {
      if (!this.store.get(EVENTS, metadata.namespace, metadata.name)) {
        this.known.delete(key);
      }
    }
  }
}
