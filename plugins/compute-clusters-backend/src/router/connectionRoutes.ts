import { computeClusterConnectPermission } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  callerRefOf,
  ClusterConnections,
  ConnectTokenRotation,
} from '../connections';
import { ClusterGate } from '../service';
import { AddRoutes } from './AddRoutes';
import { clusterCallOf } from './callOf';

/** Routes of how clients connect. */
export function connectionRoutes(options: {
  gate: ClusterGate;
  connections: ClusterConnections;
  rotation: ConnectTokenRotation;
}): AddRoutes {
  const { gate, connections, rotation } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/connections', async (req, res) => {
      const call = await clusterCallOf(httpAuth, req);
      const cluster = await gate.read(call);
      res.json(await connections.of(cluster, call.credentials));
    });

    router.post('/clusters/:id/connect-token/rotate', async (req, res) => {
      const call = await clusterCallOf(httpAuth, req);
      const needs = {
        permission: computeClusterConnectPermission,
        eventId: 'cluster-connect-token-rotate',
      } as const;
      res.json(
        await gate.use(call, needs, cluster =>
          rotation.rotate(cluster, callerRefOf(call.credentials)),
        ),
      );
    });
  };
}
