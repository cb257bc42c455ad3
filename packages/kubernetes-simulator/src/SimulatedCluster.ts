import type { Clock } from './clock';
import { timestamp } from './clock/timestamp';
import { admitLimitRange } from './admission/admitLimitRange';
import { admitPriority } from './admission/admitPriority';
import { admitServiceAccount } from './admission/admitServiceAccount';
import { Controllers } from './controllers/Controllers';
import type { ControllerContext } from './controllers/ControllerContext';
import { EventRecorder } from './controllers/EventRecorder';
import { OwnedPods } from './controllers/OwnedPods';
import type { SparkApplications } from './controllers/spark/SparkApplications';
import { SparkRest } from './controllers/spark/SparkRest';
import type { SparkUses } from './controllers/spark/SparkUse';
import { DemoWorkload, IdleWorkload } from './controllers/spark/Workload';
import { DEFAULT_TIMINGS } from './controllers/Timings';
import { PodLogs } from './logs/PodLogs';
import { DEFAULT_NODES, nodeDraft } from './objects/demoNodes';
import type { SavedState } from './persistence/SavedState';
import { admitQuota } from './quota/admitQuota';
import { PodSums } from './quota/PodSums';
import { Registry } from './registry/Registry';
import { NAMESPACES, NODES, typeOf } from './resources/resourceTypes';
import type { KubernetesSimulatorOptions } from './SimulatorOptions';
import { ObjectStore } from './storage/ObjectStore';

/** Before this, revisions of a later start would not be greater than those of an earlier one. */
const EPOCH = Date.UTC(2024, 0, 1);

/** A cluster without its API server: objects, rules and controllers. */
export class SimulatedCluster {
  private constructor(
    readonly store: ObjectStore,
    readonly registry: Registry,
    readonly logs: PodLogs,
    readonly proxy: SparkRest,
    readonly controllers: Controllers,
    readonly uses: SparkUses,
  ) {}

  static create(
    clock: Clock,
    options: KubernetesSimulatorOptions,
    saved: SavedState | undefined,
  ): SimulatedCluster {
    // A client that remembers a revision of an earlier start must get 410, not silence.
    const store = new ObjectStore(Math.max(1, clock.now().getTime() - EPOCH));
    const logs = new PodLogs();
    if (saved) restore(store, logs, saved);
    const byNamespace = PodSums.byNamespace(store);
    const byNode = PodSums.byNode(store);
    const owned = OwnedPods.create(store);
    byNamespace.recount();
    byNode.recount();
    owned.recount(store);
    const registry = Registry.create({
      store,
      clock,
      admission: [
        admitLimitRange,
        admitServiceAccount,
        admitPriority,
        admitQuota(byNamespace),
      ],
    });
    const timings = { ...DEFAULT_TIMINGS, ...options.timings };
    const context: ControllerContext = {
      clock,
      store,
      registry,
      logs,
      timings,
      events: new EventRecorder(registry, store, clock),
    };
    const applications: SparkApplications = new Map();
    const controllers = Controllers.create({
      context,
      byNamespace,
      byNode,
      owned,
      applications,
      workload:
        options.workload === 'demo'
          ? new DemoWorkload(clock, timings.workload)
          : new IdleWorkload(),
    });
    const uses: SparkUses = new Map();
    const proxy = new SparkRest(applications, owned, uses);
    const cluster = new SimulatedCluster(
      store,
      registry,
      logs,
      proxy,
      controllers,
      uses,
    );
    cluster.furnish(options, timestamp(clock.now()));
    return cluster;
  }

  /** Adds the nodes and namespaces that are not there yet. */
  private furnish(options: KubernetesSimulatorOptions, time: string): void {
    const { nodes = DEFAULT_NODES, namespaces = [] } = options;
    for (const node of nodes) {
      if (!this.store.get(NODES, undefined, node.name)) {
        this.registry.create(NODES, nodeDraft(node, time));
      }
    }
    for (const name of ['default', 'kube-system', ...namespaces]) {
      if (!this.store.get(NAMESPACES, undefined, name)) {
        this.registry.create(NAMESPACES, {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name },
        });
      }
    }
  }
}

function restore(store: ObjectStore, logs: PodLogs, saved: SavedState): void {
  store.restoreRevision(saved.revision);
  for (const object of saved.objects) {
    const type = typeOf(object);
    if (type) store.restore(type, object);
  }
  // Logs end with their pods; the file may still have lines of pods that are gone.
  const uids = new Set(saved.objects.map(({ metadata }) => metadata.uid));
  logs.restore([...saved.logs].filter(([uid]) => uids.has(uid)));
}
