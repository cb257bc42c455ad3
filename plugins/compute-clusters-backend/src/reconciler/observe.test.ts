import { MountFailureRecord, PodRecord } from '../kubernetes/records';
import { observe } from './observe';
import { Reason } from './reasons';
import {
  aDriver,
  ago,
  aJob,
  aMountFailure,
  anEndedDriver,
  aPlacedDriver,
  aReadyDriver,
  is,
  objects,
} from './__testUtils__/objects';

const LOG_OF_A_BAD_PROPERTY = [
  'Exception in thread "main" org.apache.spark.SparkException: Could not start',
  '\tat org.apache.spark.SparkContext.<init>(SparkContext.scala:600)',
  'Caused by: java.lang.IllegalArgumentException: spark.executor.cores must be a number, but was x',
  '\t... 12 more',
].join('\n');

describe('observe: what a driver is at', () => {
  const cases: Record<
    string,
    {
      pod: PodRecord;
      mountFailures?: MountFailureRecord[];
      reason: Reason;
      says: RegExp;
    }
  > = {
    'has no node yet': {
      pod: aDriver(),
      reason: 'Scheduling',
      says: /looks for a node/,
    },
    'waits for a gate, as of Kueue': {
      pod: aDriver({
        scheduled: is('False', 9, { reason: 'SchedulingGated' }),
      }),
      reason: 'Scheduling',
      says: /looks for a node/,
    },
    'fits on no node': {
      pod: aDriver({
        scheduled: is('False', 9, {
          reason: 'Unschedulable',
          message: '0/3 nodes are available: 3 Insufficient cpu.',
        }),
      }),
      reason: 'Unschedulable',
      says: /No node can take the driver \(0\/3 nodes are available: 3 Insufficient cpu\).*smaller node type/,
    },
    'has a node that pulls the image': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ContainerCreating' }),
      reason: 'PullingImage',
      says: /node-1/,
    },
    'has a node that has not looked at it yet': {
      pod: aPlacedDriver({ state: 'waiting' }),
      reason: 'PullingImage',
      says: /node-1/,
    },
    'has an image that does not exist': {
      pod: aPlacedDriver({
        state: 'waiting',
        reason: 'ErrImagePull',
        message: 'manifest for spark:nope not found',
      }),
      reason: 'ImagePullFailed',
      says: /cannot be pulled \(manifest for spark:nope not found\); check/,
    },
    'has an image that Kubernetes will try again later': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ImagePullBackOff' }),
      reason: 'ImagePullFailed',
      says: /cannot be pulled; check/,
    },
    'lacks a Secret for its environment': {
      pod: aPlacedDriver({
        state: 'waiting',
        reason: 'CreateContainerConfigError',
        message: 'secret "db" not found',
      }),
      reason: 'InvalidSpec',
      says: /secret "db" not found/,
    },
    'lacks a ConfigMap for a volume: only an event tells': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ContainerCreating' }),
      mountFailures: [
        aMountFailure(
          'MountVolume.SetUp failed for volume "config" : configmap "etl" not found',
        ),
      ],
      reason: 'InvalidSpec',
      says: /cannot start \(MountVolume.SetUp failed for volume "config" : configmap "etl" not found\); create what is missing/,
    },
    'waits for a volume that takes a while': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ContainerCreating' }),
      mountFailures: [
        aMountFailure(
          'Unable to attach or mount volumes: timed out waiting for the condition',
        ),
      ],
      reason: 'PullingImage',
      says: /the image and the volumes/,
    },
    'waits, and another pod lacks a volume': {
      pod: aPlacedDriver({ state: 'waiting', reason: 'ContainerCreating' }),
      mountFailures: [
        aMountFailure('configmap "x" not found', { podUid: 'another' }),
      ],
      reason: 'PullingImage',
      says: /node-1/,
    },
    'starts Spark': {
      pod: aPlacedDriver({ state: 'running', startedAt: ago(56) }),
      reason: 'StartingSpark',
      says: /Spark starts/,
    },
    serves: {
      pod: aReadyDriver(),
      reason: 'Ready',
      says: /ready/,
    },
    'served, and does not answer now': {
      pod: aReadyDriver({
        ready: is('False', 5, { reason: 'ContainersNotReady' }),
      }),
      reason: 'NotReady',
      says: /does not answer on its Thrift port/,
    },
    'is on a node that is lost: it says that it runs': {
      pod: aReadyDriver({ ready: is('False', 5) }),
      reason: 'NodeLost',
      says: /Node node-1 of the driver does not answer, and the driver may still run there.*give the pod up/,
    },
    'is on a node that is lost, and Kubernetes has asked it to go': {
      pod: aReadyDriver({
        ready: is('False', 300),
        deletingAt: ago(-30),
        disrupted: is('True', 0, {
          reason: 'DeletionByTaintManager',
          message: 'Taint manager: deleting due to NoExecute taint',
        }),
      }),
      reason: 'NodeLost',
      says: /Node node-1 of the driver does not answer/,
    },
    'was on a node that was removed': {
      pod: aReadyDriver({
        phase: 'Failed',
        disrupted: is('True', 1, {
          reason: 'DeletionByPodGC',
          message: 'PodGC: node no longer exists',
        }),
      }),
      reason: 'NodeLost',
      says: /Node node-1 of the driver was removed; the driver starts again elsewhere/,
    },
    'was killed above its memory limit': {
      pod: anEndedDriver({ exitCode: 137, reason: 'OOMKilled' }),
      reason: 'OutOfMemory',
      says: /ran out of memory \(exit code 137\); choose a larger driver node type/,
    },
    'hung, and was killed: 137 alone is not for memory': {
      pod: anEndedDriver({ exitCode: 137 }),
      reason: 'DriverExited',
      says: /was killed \(exit code 137\), as Kubernetes does when it does not answer/,
    },
    'has a full heap: nothing is seen': {
      pod: aReadyDriver(),
      reason: 'Ready',
      says: /ready/,
    },
    'ran out of heap, and exits then': {
      pod: anEndedDriver({
        exitCode: 3,
        message: 'java.lang.OutOfMemoryError: Java heap space',
      }),
      reason: 'OutOfMemory',
      says: /ran out of heap.*larger driver node type/,
    },
    'was told to stop by somebody else': {
      pod: anEndedDriver({ exitCode: 143 }),
      reason: 'DriverExited',
      says: /told to stop \(exit code 143\)/,
    },
    'lost its Spark context, as after too many executor failures': {
      pod: anEndedDriver({
        exitCode: 11,
        message: 'ERROR Max number of executor failures (8) reached',
      }),
      reason: 'SparkContextStopped',
      says: /exit code 11.*Max number of executor failures/,
    },
    'cannot use a property': {
      pod: anEndedDriver({ exitCode: 1, message: LOG_OF_A_BAD_PROPERTY }),
      reason: 'InvalidSpec',
      says: /IllegalArgumentException: spark.executor.cores must be a number/,
    },
    'has less heap than Spark starts with': {
      pod: anEndedDriver({
        exitCode: 1,
        message:
          'ERROR SparkContext: Error initializing SparkContext.\norg.apache.spark.SparkIllegalArgumentException: System memory 466092032 must be at least 471859200.',
      }),
      reason: 'InvalidSpec',
      says: /System memory 466092032 must be at least 471859200/,
    },
    'wants a package that does not exist': {
      pod: anEndedDriver({
        exitCode: 1,
        message:
          'Exception in thread "main" java.lang.RuntimeException: [unresolved dependency: com.example#nope;1.0: not found]',
      }),
      reason: 'InvalidSpec',
      says: /unresolved dependency: com.example#nope/,
    },
    'ended with exit code 1 after it served': {
      pod: anEndedDriver(
        { exitCode: 1 },
        { ready: is('False', 10, { reason: 'PodFailed' }) },
      ),
      reason: 'DriverExited',
      says: /exit code 1/,
    },
    'ended with exit code 1 after hours': {
      pod: anEndedDriver(
        { exitCode: 1 },
        { scheduled: is('True', 7200), createdAt: ago(7200) },
      ),
      reason: 'DriverExited',
      says: /exit code 1/,
    },
    'has a command that is not in the image': {
      pod: anEndedDriver({
        exitCode: 128,
        reason: 'StartError',
        message: 'exec: "/opt/entrypoint.sh": no such file or directory',
      }),
      reason: 'InvalidSpec',
      says: /no such file or directory/,
    },
    'was evicted through the API': {
      pod: anEndedDriver(
        { exitCode: 143 },
        {
          deletingAt: ago(-20),
          disrupted: is('True', 10, {
            reason: 'EvictionByEvictionAPI',
            message: 'Eviction API: evicting',
          }),
        },
      ),
      reason: 'Evicted',
      says: /evicted the driver.*starts again elsewhere by itself/,
    },
    'was evicted by a node without room': {
      pod: aDriver({
        phase: 'Failed',
        reason: 'Evicted',
        message: 'The node was low on resource: memory.',
      }),
      reason: 'Evicted',
      says: /low on resource: memory/,
    },
    'was deleted by hand': {
      pod: aReadyDriver({ deletingAt: ago(-25) }),
      reason: 'Terminating',
      says: /is being deleted/,
    },
  };

  it.each(Object.entries(cases))(
    '%s',
    (_name, { pod, mountFailures = [], reason, says }) => {
      const [run] = observe(
        objects({ jobs: [aJob()], pods: [pod], mountFailures }),
      ).runs;
      expect(run.driver?.finding).toEqual({
        reason,
        message: expect.stringMatching(says),
      });
    },
  );
});
