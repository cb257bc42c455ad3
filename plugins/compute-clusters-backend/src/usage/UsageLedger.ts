import { Clock } from '../clock';
import { PlatformStore, UsageInterval, UsageStore } from '../database';
import { ObjectWatcher } from '../kubernetes';
import { NamespaceMappings } from '../ownership';
import { intervalOf } from './intervalOf';
import { LeavingPods } from './LeavingPods';
import { OpenedPod, settleClusters } from './settleClusters';

export interface UsageLedgerOptions {
  connection: { readonly name: string; readonly watcher: ObjectWatcher };
  store: UsageStore;
  platform: PlatformStore;
  mappings: NamespaceMappings;
  leaving: LeavingPods;
  /** Names this backend. */
  holder: string;
  clock: Clock;
}

/** Writes down what the pods of compute clusters show, with the price of the moment. */
export class UsageLedger {
  static create(options: UsageLedgerOptions): UsageLedger {
    return new UsageLedger(options);
  }

  private constructor(private readonly options: UsageLedgerOptions) {}

  /**
   * Brings the rows of some compute clusters up to date; writes nothing where they are.
   *
   * @param lastSeen - when all pods with an open row were last known to run
   */
  async settle(clusterIds: string[], lastSeen: Date | null): Promise<void> {
    const { connection, leaving, store, clock, holder } = this.options;
    const pods = clusterIds.flatMap(id => [
      ...leaving.of(id),
      // After those that left: one that came back is there.
      ...connection.watcher.objectsOf(id).pods.map(pod => ({ pod })),
    ]);
    const intervals = await store.find({
      clusterIds,
      podUids: pods.map(({ pod }) => pod.uid),
    });
    // What cannot be seen may run on.
    const isCovered = ({ namespace }: { namespace: string }) =>
      connection.watcher.covers(namespace);
    const { opened, ended } = settleClusters({
      pods: pods.filter(({ pod }) => isCovered(pod)),
      intervals: intervals.filter(isCovered),
      lastSeen,
      now: clock.now(),
    });
    if (opened.length > 0 || ended.length > 0) {
      await store.save(
        { opened: await this.price(opened), ended },
        { kubernetesCluster: connection.name, holder },
      );
    }
  }

  /** Leaves out pods of clusters that the store does not know. */
  private async price(opened: OpenedPod[]): Promise<UsageInterval[]> {
    if (opened.length === 0) {
      return [];
    }
    const { store, platform, mappings, connection } = this.options;
    const kubernetesCluster = connection.name;
    const specs = await store.specsOf(
      opened.map(({ pod: { clusterId, run, namespace } }) => ({
        clusterId,
        run,
        kubernetesCluster,
        namespace,
      })),
    );
    const nodeTypes = await platform.listNodeTypes();
    return opened.flatMap(({ pod, time }) => {
      const { namespace } = pod;
      const interval = intervalOf(pod, time, {
        kubernetesCluster,
        spec: specs.get(`${pod.clusterId}/${pod.run}`),
        nodeTypes,
        ownerRef:
          mappings.find({ kubernetesCluster, namespace })?.owner ?? null,
      });
      return interval ? [interval] : [];
    });
  }
}
