import { ClusterRecord, RunRecord } from '../database';
import { ClusterManifest } from '../kubernetes/objects';
import { hideSecretKeys } from '../userSecrets';
import { secretKeysOf } from './secretKeys';

/** What is written beside the objects of a run, to know the cluster again by. */
export function manifestOf(
  cluster: ClusterRecord,
  run: RunRecord,
): ClusterManifest {
  return {
    version: 1,
    id: cluster.id,
    name: cluster.name,
    description: cluster.description,
    spec: hideSecretKeys(run.spec),
    secretKeys: secretKeysOf(run.spec),
    generation: run.generation,
    run: {
      sequence: run.sequence,
      requestedBy: run.requestedBy,
      startedAt: run.startedAt.toISOString(),
    },
    createdBy: cluster.createdBy,
    createdAt: cluster.createdAt.toISOString(),
  };
}
