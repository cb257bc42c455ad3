import type { Pod } from '../../objects/Pod';
import type { Ending } from './podState';
import { simulationOf } from './simulation';

const CRASH = [
  'Exception in thread "main" org.apache.spark.SparkException: simulated crash',
  '\tat org.apache.spark.deploy.SparkSubmit.runMain(SparkSubmit.scala:1029)',
  'Caused by: java.lang.IllegalStateException: simulated crash',
];

function wantsLog(pod: Pod): boolean {
  return pod.spec.containers.some(
    container =>
      'terminationMessagePolicy' in container &&
      container.terminationMessagePolicy === 'FallbackToLogsOnError',
  );
}

/** How a pod that is to fail ends, and what it says before. */
export function endingOf(pod: Pod, log: (line: string) => void): Ending {
  if (simulationOf(pod) === 'oom') {
    return { phase: 'Failed', exitCode: 137, reason: 'OOMKilled' };
  }
  CRASH.forEach(log);
  return {
    phase: 'Failed',
    exitCode: 1,
    reason: 'Error',
    ...(wantsLog(pod) ? { message: `${CRASH.join('\n')}\n` } : {}),
  };
}
