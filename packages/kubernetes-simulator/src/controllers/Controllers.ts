import type { PodSums } from '../quota/PodSums';
import { QuotaController } from '../quota/QuotaController';
import type { Controller, ControllerContext } from './ControllerContext';
import { GarbageCollector } from './garbageCollector/GarbageCollector';
import { JobController } from './job/JobController';
import { Kubelet } from './kubelet/Kubelet';
import { NamespaceController } from './namespaces/NamespaceController';
import { NodeController } from './nodes/NodeController';
import type { OwnedPods } from './OwnedPods';
import { Scheduler } from './scheduler/Scheduler';
import type { SparkApplications } from './spark/SparkApplications';
import { SparkController } from './spark/SparkController';
import type { Workload } from './spark/Workload';

/** Everything that keeps the cluster going. */
export class Controllers implements Controller {
  private constructor(
    private readonly all: Controller[],
    readonly nodes: NodeController,
  ) {}

  static create(options: {
    context: ControllerContext;
    byNamespace: PodSums;
    byNode: PodSums;
    owned: OwnedPods;
    applications: SparkApplications;
    workload: Workload;
  }): Controllers {
    const { context, owned } = options;
    const kubelet = new Kubelet(context);
    const nodes = new NodeController(context, kubelet);
    const all = [
      new NamespaceController(context),
      new GarbageCollector(context),
      new QuotaController(context, options.byNamespace),
      new JobController(context, owned),
      new Scheduler(context, options.byNode),
      kubelet,
      nodes,
      new SparkController(
        context,
        owned,
        options.workload,
        options.applications,
      ),
      context.events,
    ];
    return new Controllers(all, nodes);
  }

  start(): void {
    for (const controller of this.all) controller.start();
  }

  stop(): void {
    for (const controller of this.all) controller.stop();
  }
}
