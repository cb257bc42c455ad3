import { Base } from './base';
import { BackstageServices } from './BackstageServices';
import { EventRetention } from './events';
import { LogRetention } from './logs';

/** What is done now and then by one of all backends, whoever holds which lease. */
export async function scheduleTasks(
  { scheduler, logger }: BackstageServices,
  { kubernetesEvents, logArchives, clock, config }: Base,
): Promise<void> {
  const events = EventRetention.create({
    store: kubernetesEvents,
    clock,
    logger,
    keep: config.retention.events,
  });
  await events.schedule(scheduler);
  const logs = LogRetention.create({
    store: logArchives,
    clock,
    logger,
    keep: config.retention.logs,
  });
  await logs.schedule(scheduler);
}
