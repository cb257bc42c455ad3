import {
  ComputeCluster,
  etagOf,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Response } from 'express';

/** Answers with a cluster, and its ETag, which changes may be based on. */
export function sendCluster(
  response: Response,
  status: number,
  cluster: ComputeCluster,
): void {
  response.status(status).set('ETag', etagOf(cluster.generation));
  response.json(cluster);
}
