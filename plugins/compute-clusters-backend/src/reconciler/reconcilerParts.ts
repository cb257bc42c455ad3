import { ClusterReconciler } from './ClusterReconciler';
import { ExecutorRooms } from './ExecutorRooms';
import { ObjectInputs } from './ObjectInputs';
import { OrphanSweep } from './OrphanSweep';
import { PlainInputs } from './PlainInputs';
import { ReconcilerOptions } from './ReconcilerOptions';
import { RunLedger } from './RunLedger';
import { StepRunner } from './StepRunner';
import { UnseenReconciler } from './UnseenReconciler';
import { NamespaceAccess } from './steps/NamespaceAccess';

/** What a reconciler is made of, besides its queue and its timers. */
export interface ReconcilerParts {
  clusters: ClusterReconciler;
  orphans: OrphanSweep;
}

/** Puts the parts of a reconciler together. */
export function reconcilerParts(options: ReconcilerOptions): ReconcilerParts {
  const { name: kubernetesCluster, gateway, watcher } = options.connection;
  const ledger = RunLedger.create(options);
  const inputs = ObjectInputs.create({
    plain: PlainInputs.create(options),
    gateway,
  });
  const access = NamespaceAccess.create({
    ...options,
    kubernetesCluster,
    gateway,
  });
  const runner = StepRunner.create({
    ...options,
    gateway,
    inputs,
    access,
    ledger,
  });
  return {
    clusters: ClusterReconciler.create({
      ...options,
      kubernetesCluster,
      watcher,
      runner,
      unseen: UnseenReconciler.create({ ...options, watcher, runner }),
      ledger,
      rooms: ExecutorRooms.create({ ...options, watcher }),
    }),
    orphans: OrphanSweep.create({ ...options, gateway, watcher }),
  };
}
