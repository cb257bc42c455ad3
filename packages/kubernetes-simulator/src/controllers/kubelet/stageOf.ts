import type { Pod } from '../../objects/Pod';
import { conditionOf, hasEnded } from '../../objects/Pod';
import type { Timings } from '../Timings';
import type { Simulation } from './simulation';
import { simulationOf } from './simulation';

/** What the kubelet does next with a pod. */
export type Stage =
  | 'remove' // ended or never started, and deleted
  | 'terminate' // runs, and is deleted
  | 'admit' // has a node, and nothing else
  | 'start' // its containers are being created
  | 'retry' // its containers cannot be created
  | 'fail' // runs, and is to fail
  | 'becomeReady' // runs, and is not ready yet
  | 'none';

/** Ways to fail of a pod that runs. */
const ENDINGS: Simulation[] = ['crash', 'deep-crash', 'oom'];

function hasStarted(pod: Pod): boolean {
  return pod.status.phase === 'Running';
}

/** The next stage of a pod on this node. */
export function stageOf(pod: Pod): Stage {
  const { deletionTimestamp, deletionGracePeriodSeconds } = pod.metadata;
  if (deletionTimestamp) {
    if (hasStarted(pod)) return 'terminate';
    return deletionGracePeriodSeconds ? 'remove' : 'none';
  }
  if (hasEnded(pod)) return 'none';
  const [container] = pod.status.containerStatuses ?? [];
  if (!container) return 'admit';
  const simulation = simulationOf(pod);
  if (!hasStarted(pod)) {
    if (simulation === 'stuck') return 'none';
    const { reason } = container.state.waiting ?? {};
    return reason === 'ContainerCreating' ? 'start' : 'retry';
  }
  if (simulation && ENDINGS.includes(simulation)) return 'fail';
  const ready = conditionOf(pod.status, 'Ready')?.status === 'True';
  return ready ? 'none' : 'becomeReady';
}

/** How often the kubelet tries again what cannot work yet. */
const RETRY = 2_000;

/** How long a pod stays in a stage before the kubelet acts. */
export function delayOf(stage: Stage, pod: Pod, timings: Timings): number {
  const grace = (pod.metadata.deletionGracePeriodSeconds ?? 0) * 1000;
  switch (stage) {
    case 'start':
      return timings.containerStart;
    case 'terminate':
    case 'remove':
      return Math.min(timings.termination, grace);
    case 'retry':
      return RETRY;
    case 'fail':
      return timings.failure;
    case 'becomeReady':
      return timings.driverReady;
    default:
      return 0;
  }
}
