import type { Pod } from '../../objects/Pod';
import type { Ending } from './podState';
import { simulationOf } from './simulation';

const CRASH = [
  'Exception in thread "main" org.apache.spark.SparkException: simulated crash',
  '\tat org.apache.spark.deploy.SparkSubmit.runMain(SparkSubmit.scala:1029)',
  'Caused by: java.lang.IllegalStateException: simulated crash',
];

/** More frames than anybody hands over of a log's end. */
const DEEP_CRASH = [
  ...CRASH,
  ...Array.from(
    { length: 100 },
    (_, line) =>
      `\tat org.apache.spark.simulated.Deep.call(Deep.scala:${line})`,
  ),
];

/** What Kubernetes takes of a log for `FallbackToLogsOnError`. */
const MESSAGE_LINES = 80;
const MESSAGE_BYTES = 2048;

/** The log of a pod. */
export interface EndedLog {
  write(line: string): void;
  lines(): string[];
}

function wantsLog(pod: Pod): boolean {
  return pod.spec.containers.some(
    container =>
      'terminationMessagePolicy' in container &&
      container.terminationMessagePolicy === 'FallbackToLogsOnError',
  );
}

function lastWords(lines: string[]): string {
  const text = lines.slice(-MESSAGE_LINES).map(line => `${line}\n`);
  return Buffer.from(text.join('')).subarray(-MESSAGE_BYTES).toString();
}

/** How a pod that is to fail ends, and what it says before. */
export function endingOf(pod: Pod, log: EndedLog): Ending {
  const simulation = simulationOf(pod);
  if (simulation === 'oom') {
    return { phase: 'Failed', exitCode: 137, reason: 'OOMKilled' };
  }
  const words = simulation === 'deep-crash' ? DEEP_CRASH : CRASH;
  words.forEach(line => log.write(line));
  return {
    phase: 'Failed',
    exitCode: 1,
    reason: 'Error',
    ...(wantsLog(pod) ? { message: lastWords(log.lines()) } : {}),
  };
}
