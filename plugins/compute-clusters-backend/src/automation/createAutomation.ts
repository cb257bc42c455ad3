import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Base } from '../base';
import { isSilent, KnexAutomationStore } from '../database';
import {
  KubernetesConnection,
  PodProxy,
  SparkActivityReader,
  SparkRest,
} from '../kubernetes';
import { LeasedWork } from '../leases';
import { ChangePublisher } from '../publishing';
import { DesiredChangeListener } from '../service';
import { AuditTrail } from '../service/AuditTrail';
import { Automation } from './Automation';
import { ClusterAutomation } from './ClusterAutomation';
import { PortalStopNotifier } from './PortalStopNotifier';

/** Automatic starts and stops on one Kubernetes cluster. */
export function createAutomation(options: {
  services: {
    notifications: NotificationService;
    auditor: AuditorService;
    logger: LoggerService;
  };
  base: Pick<Base, 'knex' | 'clock' | 'mappings' | 'store'> & {
    publisher: ChangePublisher;
  };
  connection: Pick<KubernetesConnection, 'name' | 'watcher' | 'http'>;
  onDesiredChange: DesiredChangeListener;
}): LeasedWork {
  const { services, base, connection, onDesiredChange } = options;
  const { watcher, http } = connection;
  const { clock } = base;
  const { logger } = services;
  const automation = KnexAutomationStore.create(base);
  const rest = SparkRest.create({ proxy: PodProxy.create({ http }) });
  const clusters = ClusterAutomation.create({
    ...base,
    automation,
    activity: SparkActivityReader.create({ rest }),
    answers: () => !isSilent(watcher.answeredAt() ?? null, clock.now()),
    notifier: PortalStopNotifier.create({ ...services, ...base }),
    trail: AuditTrail.create(services),
    onDesiredChange,
    logger,
  });
  return Automation.create({
    name: connection.name,
    watcher,
    automation,
    clusters,
    clock,
    logger,
  });
}
