import { isDeepStrictEqual } from 'node:util';
import {
  ClusterStatus,
  ComputeCluster,
  entityRefOf,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterRecord, isSilent } from '../database';
import { hideSecretKeys } from '../userSecrets';

/** What a stored cluster does not know itself. */
export interface Surroundings {
  /** Null while no namespace mapping names an owner. */
  ownerRef: string | null;
  /** When its Kubernetes cluster last answered. */
  answeredAt: Date | null;
  now: Date;
}

/** A stored cluster as the API shows it. */
export function presentCluster(
  record: ClusterRecord,
  surroundings: Surroundings,
): ComputeCluster {
  const { run, observed, unseen, automation, ...stored } = record;
  return {
    ...stored,
    spec: hideSecretKeys(record.spec),
    ownerRef: surroundings.ownerRef,
    entityRef: entityRefOf(record),
    restartRequired: isRestartRequired(record),
    status: presentStatus(record, surroundings),
    run: run && {
      id: run.id,
      sequence: run.sequence,
      generation: run.generation,
      startedAt: run.startedAt,
    },
  };
}

/** Another description is a new generation too, and none that a restart applies. */
function isRestartRequired({ run, generation, spec }: ClusterRecord): boolean {
  return (
    run !== null &&
    generation > run.generation &&
    !isDeepStrictEqual(spec, run.spec)
  );
}

function presentStatus(
  { observed, unseen, automation, kubernetesCluster }: ClusterRecord,
  { answeredAt, now }: Surroundings,
): ClusterStatus {
  const status = {
    ...observed,
    lastKnownState: observed.state,
    observedAt: answeredAt ?? observed.observedAt,
    automaticStop: automation?.stop ?? null,
  };
  if (!isSilent(answeredAt, now)) {
    return unseen
      ? {
          ...status,
          state: 'UNKNOWN',
          reason: 'NamespaceNotWatched',
          ...unseen,
        }
      : status;
  }
  const since = status.observedAt.toISOString();
  return {
    ...status,
    state: 'UNKNOWN',
    reason: 'KubernetesUnreachable',
    message: answeredAt
      ? `Kubernetes cluster '${kubernetesCluster}' has not answered since ${since}; the compute cluster was ${observed.state} then. What you ask for is done once it answers again.`
      : `Kubernetes cluster '${kubernetesCluster}' has not answered yet. What you ask for is done once it does.`,
    since: status.observedAt,
  };
}
