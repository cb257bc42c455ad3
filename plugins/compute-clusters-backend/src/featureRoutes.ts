import { Base } from './base';
import { ChangesReader } from './changes';
import { ConfigurationReader } from './configuration';
import { ClusterConnections, ConnectTokenRotation } from './connections';
import { KubernetesConnectTokens } from './kubernetes';
import { ClusterLogs } from './logs';
import { ClusterRecovery } from './recovery';
import { AddRoutes } from './router';
import { configurationRoutes } from './router/configurationRoutes';
import { connectionRoutes } from './router/connectionRoutes';
import { eventRoutes } from './router/eventRoutes';
import { logRoutes } from './router/logRoutes';
import { recoveryRoutes } from './router/recoveryRoutes';
import { runRoutes } from './router/runRoutes';
import { usageRoutes } from './router/usageRoutes';
import { ClusterGate, DesiredChangeListener } from './service';
import { UsageReader } from './usage';

/** The routes of the parts of the product that have their own; each asks the gate. */
export function featureRoutes(
  base: Base,
  gate: ClusterGate,
  onDesiredChange: DesiredChangeListener,
): AddRoutes[] {
  const { clock } = base;
  const usage = UsageReader.create({ store: base.usage, clock });
  return [
    configurationRoutes({
      gate,
      reader: ConfigurationReader.create(base),
      changes: ChangesReader.create(base),
    }),
    connectionRoutes({
      gate,
      connections: ClusterConnections.create(base),
      rotation: ConnectTokenRotation.create({
        ...base,
        tokens: KubernetesConnectTokens.create(base),
      }),
    }),
    eventRoutes({ gate, store: base.kubernetesEvents }),
    logRoutes({
      gate,
      logs: ClusterLogs.create({ ...base, archives: base.logArchives }),
      clock,
    }),
    recoveryRoutes({
      gate,
      recovery: ClusterRecovery.create({
        ...base,
        onRestored: cluster => onDesiredChange(cluster, 'created'),
      }),
    }),
    runRoutes({ gate, store: base.runs, usage }),
    usageRoutes({ gate, reader: usage, clock }),
  ];
}
