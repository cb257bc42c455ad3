import { DRIVER_CONTAINER, LABELS } from '../objects';
import { ContainerRecord, PodCondition, PodRecord } from '../records';
import { Interner } from './Interner';
import { mebibytesOf, millicoresOf } from './quantities';
import { runOf } from './runOf';
import { timeOf } from './timeOf';
import { WireCondition, WireContainerStatus, WirePod } from './wire';

/** A pod of a compute cluster in a fiftieth of its size; undefined if it is none of ours. */
export function trimPod(
  pod: WirePod,
  interner: Interner,
): PodRecord | undefined {
  const { metadata, status } = pod;
  const { clusterId, run, component } = LABELS;
  const labels = metadata.labels ?? {};
  const sequence = runOf(labels[run]);
  if (!labels[clusterId] || sequence === undefined) {
    return undefined;
  }
  return {
    kind: 'Pod',
    uid: metadata.uid ?? '',
    name: metadata.name ?? '',
    namespace: interner.intern(metadata.namespace ?? ''),
    resourceVersion: metadata.resourceVersion ?? '',
    clusterId: interner.intern(labels[clusterId]),
    run: sequence,
    component: labels[component] === 'driver' ? 'driver' : 'executor',
    phase: phaseOf(status?.phase),
    reason: interner.internIfAny(status?.reason),
    message: interner.internIfAny(status?.message),
    node: interner.internIfAny(pod.spec?.nodeName),
    createdAt: timeOf(metadata.creationTimestamp) ?? 0,
    deletingAt: timeOf(metadata.deletionTimestamp),
    ...conditions(status?.conditions ?? [], interner),
    container: trimContainer(status?.containerStatuses ?? [], interner),
    ...requests(pod),
  };
}

function conditions(all: WireCondition[], interner: Interner) {
  const find = (type: string) =>
    trimCondition(
      all.find(condition => condition.type === type),
      interner,
    );
  return {
    scheduled: find('PodScheduled'),
    ready: find('Ready'),
    disrupted: find('DisruptionTarget'),
  };
}

function trimCondition(
  condition: WireCondition | undefined,
  interner: Interner,
): PodCondition | undefined {
  return (
    condition && {
      status:
        condition.status === 'True' || condition.status === 'False'
          ? condition.status
          : 'Unknown',
      reason: interner.internIfAny(condition.reason),
      message: interner.internIfAny(condition.message),
      since: timeOf(condition.lastTransitionTime),
    }
  );
}

function trimContainer(
  statuses: WireContainerStatus[],
  interner: Interner,
): ContainerRecord | undefined {
  const { waiting, running, terminated } =
    (statuses.find(({ name }) => name === DRIVER_CONTAINER) ?? statuses[0])
      ?.state ?? {};
  if (terminated) {
    return {
      state: 'terminated',
      exitCode: terminated.exitCode,
      reason: interner.internIfAny(terminated.reason),
      message: terminated.message,
      startedAt: timeOf(terminated.startedAt),
      finishedAt: timeOf(terminated.finishedAt) ?? 0,
    };
  }
  if (running) {
    return { state: 'running', startedAt: timeOf(running.startedAt) ?? 0 };
  }
  return (
    waiting && {
      state: 'waiting',
      reason: interner.internIfAny(waiting.reason),
      message: interner.internIfAny(waiting.message),
    }
  );
}

function requests(pod: WirePod): { cpu: number; memory: number } {
  let cpu = 0;
  let memory = 0;
  for (const { resources } of pod.spec?.containers ?? []) {
    cpu += millicoresOf(resources?.requests?.cpu);
    memory += mebibytesOf(resources?.requests?.memory);
  }
  return { cpu, memory };
}

function phaseOf(phase: string | undefined): PodRecord['phase'] {
  switch (phase) {
    case 'Running':
    case 'Succeeded':
    case 'Failed':
    case 'Unknown':
      return phase;
    default:
      return 'Pending';
  }
}
