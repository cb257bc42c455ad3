import { Base } from './base';
import { BackstageServices } from './BackstageServices';
import { Retention } from './retention';

/** What is done now and then by one of all backends, whoever holds which lease. */
export async function scheduleTasks(
  { scheduler, logger }: BackstageServices,
  { kubernetesEvents, logArchives, clock, config }: Base,
): Promise<void> {
  const retentions = [
    {
      subject: 'kubernetes-events',
      store: kubernetesEvents,
      batch: 1_000,
      keep: config.retention.events,
    },
    // Logs are big.
    {
      subject: 'logs',
      store: logArchives,
      batch: 100,
      keep: config.retention.logs,
    },
  ];
  for (const options of retentions) {
    await Retention.create({ ...options, clock, logger }).schedule(scheduler);
  }
}
