import { CustomErrorBase } from '@backstage/errors';
import { KubernetesError } from '../kubernetes/KubernetesError';
import { because } from './because';
import { Finding } from './reasons';

/** A step that cannot succeed until a person changes something. It is not retried: that would only repeat the refusal. */
export class StepRefused extends CustomErrorBase {
  name = 'StepRefused' as const;

  constructor(readonly finding: Finding, cause?: unknown) {
    super(`${finding.reason}: ${finding.message}`, cause);
  }
}

/** The refusal of a specification that cannot be carried out. */
export function invalidSpec(message: string): StepRefused {
  return new StepRefused({ reason: 'InvalidSpec', message });
}

/** The refusal behind an error, if it is one that stays; undefined for an error that may go away by itself. */
export function refusalOf(error: unknown): Finding | undefined {
  if (error instanceof StepRefused) {
    return error.finding;
  }
  return error instanceof KubernetesError
    ? kubernetesRefusal(error)
    : undefined;
}

function kubernetesRefusal(error: KubernetesError): Finding | undefined {
  const words = because(error.message);
  switch (error.code) {
    case 'Forbidden':
      return {
        reason: 'ForbiddenByKubernetes',
        message: `Kubernetes does not let the portal do this${words}; ask the platform team to allow it, then restart the cluster.`,
      };
    case 'QuotaExceeded':
      return {
        reason: 'QuotaExceeded',
        message: `The namespace's quota has no room for the cluster's objects${words}; make room or ask the platform team for more, then restart the cluster.`,
      };
    case 'Invalid':
      return {
        reason: 'InvalidSpec',
        message: `Kubernetes does not accept the cluster's objects${words}; correct the specification, then restart the cluster.`,
      };
    case 'NotFound':
      return {
        reason: 'NamespaceNotFound',
        message: `The namespace does not exist in Kubernetes${words}; ask the platform team to create it, then restart the cluster.`,
      };
    default:
      return undefined;
  }
}
