import { computeClustersUsageReadPermission } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { ClusterGate } from '../service';
import { CSV_TYPE, toCsv, UsageReader } from '../usage';
import { AddRoutes } from './AddRoutes';
import { callOf, clusterCallOf } from './callOf';
import { parseParameters } from './parse';
import { clusterUsageQuerySchema, usageQuerySchema } from './usageQueries';

/** Who may see no cluster sees no usage either. */
const NOTHING = { namespaces: [] };

/** Routes about hours and cost. */
export function usageRoutes(options: {
  gate: ClusterGate;
  reader: UsageReader;
  clock: Clock;
}): AddRoutes {
  const { gate, reader, clock } = options;
  return (router, { httpAuth }) => {
    router.get('/clusters/:id/usage', async (req, res) => {
      const schema = clusterUsageQuerySchema(clock.now());
      const { period } = parseParameters(schema, req.query);
      const call = await clusterCallOf(httpAuth, req);
      const { id } = await gate.read(call);
      await gate.permit(call, computeClustersUsageReadPermission);
      res.json(await reader.ofCluster(id, period));
    });

    router.get('/clusters/:id/executor-history', async (req, res) => {
      const { id } = await gate.read(await clusterCallOf(httpAuth, req));
      res.json(await reader.executorHistory(id));
    });

    router.get('/usage', async (req, res) => {
      const schema = usageQuerySchema(clock.now());
      const query = parseParameters(schema, req.query);
      const call = await callOf(httpAuth, req);
      await gate.permit(call, computeClustersUsageReadPermission);
      const scope = (await gate.scopeOf(call)) ?? NOTHING;
      const report = await reader.report(scope, query);
      if (req.accepts(['application/json', CSV_TYPE]) === CSV_TYPE) {
        res.attachment('usage.csv').type(CSV_TYPE).end(toCsv(report));
      } else {
        res.json(report);
      }
    });
  };
}
