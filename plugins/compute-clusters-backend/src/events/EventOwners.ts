import { jobName } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { ClusterName, KubernetesEventStore } from '../database';
import { ObjectWatcher } from '../kubernetes';
import { EventRecord } from '../kubernetes/records';
import { clusterObjectName } from '../kubernetes/objects';

/** Pods of Jobs end in five characters; Spark names executors after their driver, and claims after executors. */
const POD_NAME = /^(.+)-[a-z0-9]{5}(?:-exec-\d+(?:-pvc-\d+)?)?$/;

/** Kinds that are named after a run's Job. */
const POD_KINDS = new Set(['Pod', 'PersistentVolumeClaim']);

/** Kinds that have the compute cluster's own name. */
const CLUSTER_KINDS = new Set(['Service', 'ConfigMap', 'Secret', 'Ingress']);

/** Runs whose Jobs are known by name: Kubernetes forgets the events of older ones. */
const RUNS = 10;

/** For so long the names of a namespace are not read again, even if one is missing there. */
const MISSING_AGE = 5_000;

/** After so long they are: a cluster may have been deleted, and another one made of its name. */
const NAMES_AGE = 30_000;

interface Names {
  at: number;
  /** Ids by `Job/NAME` or `Cluster/NAME`. */
  ids: Map<string, string>;
}

export interface EventOwnersOptions {
  kubernetesCluster: string;
  watcher: ObjectWatcher;
  store: KubernetesEventStore;
  clock: Clock;
  /** Namespaces where compute clusters may be; events of others are not looked up. */
  namespaces: string[];
}

/**
 * Tells whose an event is: by the uid of its object, which the watch knows, or by the object's name, since events come
 * late, and those of an outage after their objects are gone.
 */
export class EventOwners {
  static create(options: EventOwnersOptions): EventOwners {
    return new EventOwners(options, new Set(options.namespaces));
  }

  private readonly names = new Map<string, Names>();

  private constructor(
    private readonly options: EventOwnersOptions,
    private readonly namespaces: Set<string>,
  ) {}

  /** The compute cluster of an event about an object that is watched. */
  watched(event: EventRecord): string | undefined {
    return this.options.watcher.clusterOf(event.objectUid);
  }

  /** Whether an event about an object that is not watched may be of a compute cluster, by its name. */
  isCandidate(event: EventRecord): boolean {
    return this.namespaces.has(event.namespace) && keyOf(event) !== undefined;
  }

  /** The compute cluster of an event; undefined if it is none's. */
  async find(event: EventRecord): Promise<string | undefined> {
    const watched = this.watched(event);
    if (watched !== undefined) {
      return watched;
    }
    const key = keyOf(event);
    return key !== undefined && this.namespaces.has(event.namespace)
      ? await this.findByName(event.namespace, key)
      : undefined;
  }

  private async findByName(
    namespace: string,
    key: string,
  ): Promise<string | undefined> {
    const now = this.options.clock.now().getTime();
    let names = this.names.get(namespace);
    const maxAge = names?.ids.has(key) ? NAMES_AGE : MISSING_AGE;
    if (!names || now - names.at >= maxAge) {
      names = { at: now, ids: await this.read(namespace) };
      this.names.set(namespace, names);
    }
    return names.ids.get(key);
  }

  private async read(namespace: string): Promise<Map<string, string>> {
    const { store, kubernetesCluster } = this.options;
    const clusters = await store.listNames({ kubernetesCluster, namespace });
    return new Map(
      clusters.flatMap(cluster =>
        keysOf(cluster).map((key): [string, string] => [key, cluster.id]),
      ),
    );
  }
}

function keyOf({ kind, name }: EventRecord): string | undefined {
  if (kind === 'Job') {
    return `Job/${name}`;
  }
  if (POD_KINDS.has(kind)) {
    const job = POD_NAME.exec(name)?.[1];
    return job && `Job/${job}`;
  }
  return CLUSTER_KINDS.has(kind) ? `Cluster/${name}` : undefined;
}

function keysOf({ name, runSequence }: ClusterName): string[] {
  const keys = [`Cluster/${clusterObjectName({ name })}`];
  const oldest = Math.max(runSequence - RUNS, 0);
  for (let sequence = runSequence; sequence > oldest; sequence -= 1) {
    keys.push(`Job/${jobName(name, sequence)}`);
  }
  return keys;
}
