import { OpenApiRouter } from './AddRoutes';
import { ClusterRoutesOptions } from './ClusterRoutesOptions';
import { commandOf } from './commandOf';
import { sendCluster } from './sendCluster';

/** Routes that let compute clusters do something. */
export function addCommandRoutes(
  router: OpenApiRouter,
  { service, httpAuth }: ClusterRoutesOptions,
): void {
  router.post('/clusters/:id/start', async (req, res) => {
    const command = await commandOf(httpAuth, req);
    sendCluster(res, 202, await service.start(command));
  });

  router.post('/clusters/:id/restart', async (req, res) => {
    const command = await commandOf(httpAuth, req);
    sendCluster(res, 202, await service.restart(command));
  });

  router.post('/clusters/:id/terminate', async (req, res) => {
    const command = await commandOf(httpAuth, req);
    sendCluster(res, 202, await service.terminate(command));
  });

  router.post('/clusters/:id/keep-running', async (req, res) => {
    const command = await commandOf(httpAuth, req);
    sendCluster(res, 202, await service.keepRunning(command));
  });

  router.post('/clusters/:id/give-up-pods', async (req, res) => {
    const command = await commandOf(httpAuth, req);
    sendCluster(res, 202, await service.giveUpPods(command));
  });
}
