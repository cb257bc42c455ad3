import {
  ClusterObjects,
  ContainerRecord,
  JobRecord,
  MountFailureRecord,
  PodCondition,
  PodRecord,
  RefusalRecord,
} from '../../kubernetes/records';

/** The moment at which tables of tests look. */
export const NOW = new Date('2026-03-01T10:00:00Z');

/** Milliseconds since the epoch, so many seconds before {@link NOW}. */
export function ago(seconds: number): number {
  return NOW.getTime() - seconds * 1000;
}

/** The Job of a run, a minute old. */
export function aJob(job: Partial<JobRecord> = {}): JobRecord {
  const run = job.run ?? 1;
  return {
    kind: 'Job',
    uid: `job-uid-${run}`,
    name: `etl-${run}`,
    namespace: 'data-eng',
    resourceVersion: '1',
    clusterId: 'cluster',
    run,
    createdAt: ago(60),
    failed: 0,
    ...job,
  };
}

/** A driver pod that Kubernetes has just made. */
export function aDriver(pod: Partial<PodRecord> = {}): PodRecord {
  const run = pod.run ?? 1;
  return {
    kind: 'Pod',
    uid: `driver-uid-${run}`,
    name: `etl-${run}-abcde`,
    namespace: 'data-eng',
    resourceVersion: '1',
    clusterId: 'cluster',
    run,
    component: 'driver',
    phase: 'Pending',
    createdAt: ago(58),
    cpu: 1000,
    memory: 8192,
    ...pod,
  };
}

/** An executor that runs. */
export function anExecutor(pod: Partial<PodRecord> = {}): PodRecord {
  return aDriver({
    uid: 'executor-uid-1',
    name: 'etl-1-abcde-exec-1',
    component: 'executor',
    phase: 'Running',
    container: { state: 'running', startedAt: ago(20) },
    ready: is('True', 20),
    ...pod,
  });
}

/** A driver on a node whose container is in this state. */
export function aPlacedDriver(
  container: ContainerRecord,
  pod: Partial<PodRecord> = {},
): PodRecord {
  return aDriver({
    node: 'node-1',
    scheduled: is('True', 57),
    ready: is('False', 57, { reason: 'ContainersNotReady' }),
    phase: container.state === 'waiting' ? 'Pending' : 'Running',
    container,
    ...pod,
  });
}

/** A driver that serves. */
export function aReadyDriver(pod: Partial<PodRecord> = {}): PodRecord {
  return aPlacedDriver(
    { state: 'running', startedAt: ago(50) },
    { ready: is('True', 30), ...pod },
  );
}

/** A driver whose container ended 10 s ago. */
export function anEndedDriver(
  end: { exitCode: number; reason?: string; message?: string },
  pod: Partial<PodRecord> = {},
): PodRecord {
  return aPlacedDriver(
    { state: 'terminated', finishedAt: ago(10), reason: 'Error', ...end },
    { phase: end.exitCode === 0 ? 'Succeeded' : 'Failed', ...pod },
  );
}

/** A refusal to make the driver's pod. */
export function aRefusal(
  message: string,
  refusal: Partial<RefusalRecord> = {},
): RefusalRecord {
  return {
    kind: 'Refusal',
    uid: 'event-uid',
    namespace: 'data-eng',
    jobName: 'etl-1',
    message,
    at: ago(5),
    ...refusal,
  };
}

/** The kubelet's event that the volumes of the first run's driver are not there. */
export function aMountFailure(
  message: string,
  failure: Partial<MountFailureRecord> = {},
): MountFailureRecord {
  return {
    kind: 'MountFailure',
    uid: 'event-uid',
    podUid: 'driver-uid-1',
    message,
    at: ago(5),
    ...failure,
  };
}

/** A pod's condition that has been so for some seconds. */
export function is(
  status: PodCondition['status'],
  seconds: number,
  rest: { reason?: string; message?: string } = {},
): PodCondition {
  return { status, since: ago(seconds), ...rest };
}

/** All objects of a cluster; what is not given is not there. */
export function objects(some: Partial<ClusterObjects> = {}): ClusterObjects {
  return {
    jobs: [],
    pods: [],
    refusals: [],
    mountFailures: [],
    gone: [],
    missing: [],
    ...some,
  };
}
