import { ConfigurationReader } from '../configuration';
import { ClusterGate } from '../service';
import { AddRoutes } from './AddRoutes';
import { clusterCallOf } from './callOf';

/** The route of what a cluster runs with. */
export function configurationRoutes(options: {
  gate: ClusterGate;
  reader: ConfigurationReader;
}): AddRoutes {
  const { gate, reader } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/configuration', async (req, res) => {
      const { id } = await gate.read(await clusterCallOf(httpAuth, req));
      res.json(await reader.read(id));
    });
  };
}
