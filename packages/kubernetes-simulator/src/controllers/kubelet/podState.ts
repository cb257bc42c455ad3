import type {
  Condition,
  ContainerState,
  Pod,
  PodStatus,
} from '../../objects/Pod';
import { setCondition } from '../../objects/setCondition';

function conditions(
  pod: Pod,
  time: string,
  states: Record<string, { status: string; reason?: string }>,
): Condition[] {
  return Object.entries(states).reduce(
    (list, [type, state]) =>
      setCondition(list, {
        type,
        ...state,
        lastProbeTime: null,
        lastTransitionTime: time,
      }),
    pod.status.conditions ?? [],
  );
}

function containerStatuses(
  pod: Pod,
  state: ContainerState,
  ready: boolean,
): PodStatus['containerStatuses'] {
  return pod.spec.containers.map(({ name, image = '' }) => ({
    name,
    image,
    imageID: '',
    lastState: {},
    ready,
    restartCount: 0,
    started: state.running !== undefined && ready,
    state,
  }));
}

/** The status of a pod whose containers wait. */
export function waitingStatus(
  pod: Pod,
  time: string,
  waiting: { reason: string; message?: string },
): PodStatus {
  const unready = { status: 'False', reason: 'ContainersNotReady' };
  return {
    ...pod.status,
    phase: 'Pending',
    startTime: pod.status.startTime ?? time,
    hostIP: '127.0.0.1',
    conditions: conditions(pod, time, {
      PodReadyToStartContainers: { status: 'False' },
      Initialized: { status: 'True' },
      Ready: unready,
      ContainersReady: unready,
    }),
    containerStatuses: containerStatuses(pod, { waiting }, false),
  };
}

/** The status of a pod whose containers run. */
export function runningStatus(
  pod: Pod,
  time: string,
  options: { ready: boolean; podIP: string },
): PodStatus {
  const { ready, podIP } = options;
  const readiness = ready
    ? { status: 'True' }
    : { status: 'False', reason: 'ContainersNotReady' };
  const running = pod.status.containerStatuses?.[0]?.state.running;
  return {
    ...pod.status,
    phase: 'Running',
    podIP,
    podIPs: [{ ip: podIP }],
    conditions: conditions(pod, time, {
      PodReadyToStartContainers: { status: 'True' },
      Ready: readiness,
      ContainersReady: readiness,
    }),
    containerStatuses: containerStatuses(
      pod,
      { running: running ?? { startedAt: time } },
      ready,
    ),
  };
}

/** How containers end. */
export interface Ending {
  phase: 'Failed' | 'Succeeded';
  exitCode: number;
  reason: string;
  message?: string;
}

/** The status of a pod whose containers have ended. */
export function endedStatus(pod: Pod, time: string, ending: Ending): PodStatus {
  const { phase, exitCode, reason, message } = ending;
  const started = pod.status.containerStatuses?.[0]?.state.running?.startedAt;
  const over = {
    status: 'False',
    reason: phase === 'Failed' ? 'PodFailed' : 'PodCompleted',
  };
  return {
    ...pod.status,
    phase,
    conditions: conditions(pod, time, {
      PodReadyToStartContainers: { status: 'False' },
      Ready: over,
      ContainersReady: over,
    }),
    containerStatuses: containerStatuses(
      pod,
      {
        terminated: {
          exitCode,
          reason,
          ...(message ? { message } : {}),
          startedAt: started ?? time,
          finishedAt: time,
        },
      },
      false,
    ),
  };
}
