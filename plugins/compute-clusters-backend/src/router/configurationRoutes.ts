import { ChangesReader } from '../changes';
import { ConfigurationReader } from '../configuration';
import { ClusterGate } from '../service';
import { AddRoutes } from './AddRoutes';
import { clusterCallOf } from './callOf';

/** Routes of what a cluster runs with, and of what it will run with. */
export function configurationRoutes(options: {
  gate: ClusterGate;
  reader: ConfigurationReader;
  changes: ChangesReader;
}): AddRoutes {
  const { gate, reader, changes } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/configuration', async (req, res) => {
      const { id } = await gate.read(await clusterCallOf(httpAuth, req));
      res.json(await reader.read(id));
    });

    router.get('/clusters/:id/changes', async (req, res) => {
      const { id } = await gate.read(await clusterCallOf(httpAuth, req));
      res.json({ items: await changes.read(id) });
    });
  };
}
