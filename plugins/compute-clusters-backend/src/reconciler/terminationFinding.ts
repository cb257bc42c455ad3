import { ContainerRecord, PodRecord } from '../kubernetes/records';
import { causeIn } from '../logs/causeIn';
import { because } from './because';
import { Finding } from './reasons';

type Terminated = Extract<ContainerRecord, { state: 'terminated' }>;

/** Exit code of Spark when its context stopped under the server, as after too many executor failures. */
const SPARK_CONTEXT_STOPPED = 11;

/** Exit code of an executor whose JVM ran out of heap. */
const EXECUTOR_OUT_OF_HEAP = 52;

/** Exit code of an executor that cannot write to its scratch directory. */
const EXECUTOR_WITHOUT_SCRATCH = 53;

/** Exit code of a JVM with `-XX:+ExitOnOutOfMemoryError`. */
const JVM_OUT_OF_HEAP = 3;

/** SIGKILL: without OOMKilled it was not for memory. */
const KILLED = 137;

/** SIGTERM: somebody stopped it. */
const STOPPED = 143;

/** A driver that cannot use its configuration gives up within this time; later ends have other causes. */
const CONFIGURATION_CHECK_MILLISECONDS = 120_000;

/** Ends that say nothing by themselves. */
const EXITED = {
  driver: { reason: 'DriverExited', who: 'The driver', look: 'its log' },
  executor: {
    reason: 'ExecutorExited',
    who: 'An executor',
    look: "the driver's log",
  },
} as const;

/** Why a pod's container ended. */
export function terminationFinding(
  pod: PodRecord,
  container: Terminated,
): Finding {
  const who = pod.component;
  const { exitCode, reason, message } = container;
  if (reason === 'OOMKilled') {
    return {
      reason: 'OutOfMemory',
      message: `The ${who} ran out of memory (exit code ${exitCode}); choose a larger ${who} node type, then restart.`,
    };
  }
  if (reason === 'StartError' || reason === 'ContainerCannotRun') {
    return {
      reason: 'InvalidSpec',
      message: `The image cannot run the ${who}'s command${because(
        message,
      )}; choose an image that has Spark in it.`,
    };
  }
  const told =
    who === 'executor' ? executorEnd(container) : driverEnd(pod, container);
  return told ?? exited(who, container);
}

function exited(
  component: PodRecord['component'],
  { exitCode, message }: Terminated,
): Finding {
  const { reason, who, look } = EXITED[component];
  return {
    reason,
    message: `${who} ended with exit code ${exitCode}${because(
      causeIn(message),
    )}; look at ${look}.`,
  };
}

function executorEnd({ exitCode }: Terminated): Finding | undefined {
  if (exitCode === EXECUTOR_OUT_OF_HEAP) {
    return {
      reason: 'OutOfMemory',
      message:
        'An executor ran out of heap (exit code 52); choose a larger executor node type, then restart.',
    };
  }
  if (exitCode === EXECUTOR_WITHOUT_SCRATCH) {
    return {
      reason: 'InvalidSpec',
      message:
        'An executor cannot write to its scratch volume (exit code 53); choose another volume or let user 185 write there, then restart.',
    };
  }
  return undefined;
}

function driverEnd(pod: PodRecord, container: Terminated): Finding | undefined {
  const { exitCode, message } = container;
  if (exitCode === SPARK_CONTEXT_STOPPED) {
    return {
      reason: 'SparkContextStopped',
      message: `Spark's context stopped in the driver (exit code 11)${because(
        causeIn(message),
      )}; look at the driver's log for what stopped it.`,
    };
  }
  if (exitCode === JVM_OUT_OF_HEAP || /OutOfMemoryError/.test(message ?? '')) {
    return {
      reason: 'OutOfMemory',
      message: `The driver ran out of heap (exit code ${exitCode}); choose a larger driver node type, then restart.`,
    };
  }
  if (exitCode === 1 && neverServed(pod, container)) {
    return {
      reason: 'InvalidSpec',
      message: `Spark refused to start${because(
        causeIn(message),
      )}; correct the configuration, then restart.`,
    };
  }
  if (exitCode === STOPPED) {
    return {
      reason: 'DriverExited',
      message:
        'The driver was told to stop (exit code 143); if nobody of your team did that, ask the platform team.',
    };
  }
  if (exitCode === KILLED) {
    return {
      reason: 'DriverExited',
      message:
        'The driver was killed (exit code 137), as Kubernetes does when it does not answer for a minute; its log and events tell more.',
    };
  }
  return undefined;
}

function neverServed(pod: PodRecord, container: Terminated): boolean {
  const start = pod.scheduled?.since ?? pod.createdAt;
  // Readiness that was never there keeps the time of the pod's start.
  const lostReadiness = (pod.ready?.since ?? 0) > start + 5_000;
  return (
    container.finishedAt - start < CONFIGURATION_CHECK_MILLISECONDS &&
    !lostReadiness
  );
}
