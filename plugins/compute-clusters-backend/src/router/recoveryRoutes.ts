import { callerRefOf } from '../connections';
import { ClusterRecovery } from '../recovery';
import { ClusterGate } from '../service';
import { AddRoutes } from './AddRoutes';
import { callOf } from './callOf';

/** The route that restores what the database lost. */
export function recoveryRoutes(options: {
  gate: ClusterGate;
  recovery: ClusterRecovery;
}): AddRoutes {
  const { gate, recovery } = options;
  return (router, { httpAuth }) => {
    router.post('/recovery', async (req, res) => {
      const call = await callOf(httpAuth, req);
      const report = await gate.useAsAdmin(call, 'cluster-recover', () =>
        recovery.recover(callerRefOf(call.credentials)),
      );
      res.json(report);
    });
  };
}
