import type { Clock } from '../../clock';
import type { PodLogs } from '../../logs/PodLogs';
import type { Pod } from '../../objects/Pod';
import { conditionOf, hasEnded } from '../../objects/Pod';

function isReady(pod: Pod | undefined): boolean {
  return (
    pod !== undefined && conditionOf(pod.status, 'Ready')?.status === 'True'
  );
}

/** Writes what a Spark driver would. */
export class SparkLog {
  constructor(private readonly logs: PodLogs, private readonly clock: Clock) {}

  driverChanged(before: Pod | undefined, now: Pod): void {
    const started = now.status.phase === 'Running';
    if (started && before?.status.phase !== 'Running') this.starting(now);
    if (isReady(now) && !isReady(before)) this.ready(now);
    const stops = now.metadata.deletionTimestamp && !hasEnded(now);
    if (stops && before && !before.metadata.deletionTimestamp && started) {
      this.info(
        now,
        'SparkContext',
        'SparkContext is stopping with exitCode 0.',
      );
    }
  }

  requested(driver: Pod, id: number): void {
    this.info(
      driver,
      'ExecutorPodsAllocator',
      `Going to request 1 executors from Kubernetes for ResourceProfile Id: 0 (executor ${id}).`,
    );
  }

  refused(driver: Pod, message: string): void {
    this.write(
      driver,
      'WARN',
      'ExecutorPodsSnapshotsStoreImpl',
      `Exception when notifying snapshot subscriber. Failure executing: POST. Message: ${message}`,
    );
  }

  idle(driver: Pod, id: number): void {
    this.info(
      driver,
      'ExecutorAllocationManager',
      `Executors ${id} removed due to idle timeout.`,
    );
  }

  lost(driver: Pod, id: number, code: number): void {
    this.write(
      driver,
      'ERROR',
      'TaskSchedulerImpl',
      `Lost executor ${id}: The executor with id ${id} exited with exit code ${code}.`,
    );
  }

  private starting(driver: Pod): void {
    this.info(driver, 'HiveThriftServer2', 'Starting SparkContext');
    this.info(driver, 'SparkContext', 'Running Spark version 4.3.0');
    this.info(
      driver,
      'SparkContext',
      'This driver is simulated: no query can be run on it.',
    );
  }

  private ready(driver: Pod): void {
    const ip = driver.status.podIP;
    this.info(
      driver,
      'SparkUI',
      `Bound SparkUI to ${ip}, and started at http://${ip}:4040`,
    );
    this.info(
      driver,
      'SparkConnectServer',
      `Spark Connect server started at: ${ip}:15002`,
    );
    this.info(driver, 'HiveThriftServer2', 'HiveThriftServer2 started');
  }

  private info(driver: Pod, source: string, text: string): void {
    this.write(driver, 'INFO', source, text);
  }

  private write(pod: Pod, level: string, source: string, text: string): void {
    const now = this.clock.now();
    const [date, time] = now.toISOString().split('T');
    const stamp = `${date.slice(2).replace(/-/g, '/')} ${time.slice(0, 8)}`;
    this.logs.append(
      pod.metadata.uid,
      now,
      `${stamp} ${level} ${source}: ${text}`,
    );
  }
}
