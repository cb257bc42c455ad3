import type { V1Service } from '@kubernetes/client-node';
import { isKubernetesError } from '../../kubernetes/isKubernetesError';
import { KubernetesError } from '../../kubernetes/KubernetesError';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import {
  clientService,
  ClusterObjectInput,
  EXPOSED_AS,
  exposureObjects,
} from '../../kubernetes/objects';
import { StepRefused } from '../StepRefused';
import { createOrApply, createOrRead, refOf } from './ownedObject';

/** Puts the cluster's Service there, and what makes the cluster reachable from outside. */
export async function applyServices(
  gateway: KubernetesGateway,
  input: ClusterObjectInput,
): Promise<void> {
  const service = clientService(input);
  const existing = await createOrRead(gateway, service, input.clusterId);
  if (existing && exposedAs(existing) !== exposedAs(service)) {
    // What exposed the cluster before is the Service's, and goes with it.
    await gateway.delete(refOf(service), { uid: existing.metadata?.uid });
    await gateway.create(service);
  } else if (existing) {
    await gateway.apply(service);
  }
  if (exposedAs(service)) {
    await applyExposure(gateway, input, service);
  }
}

async function applyExposure(
  gateway: KubernetesGateway,
  input: ClusterObjectInput,
  service: V1Service,
): Promise<void> {
  const made = await gateway.read<V1Service>(refOf(service));
  const uid = made?.metadata?.uid;
  if (!uid) {
    throw new KubernetesError('Conflict', 'The Service was deleted meanwhile');
  }
  const objects = exposureObjects(input, { uid });
  await Promise.all(
    objects.map(async object => {
      try {
        await createOrApply(gateway, object, input.clusterId);
      } catch (error) {
        // The namespace is there: the Service was made in it.
        throw isKubernetesError(error, 'NotFound')
          ? new StepRefused(
              {
                reason: 'ForbiddenByKubernetes',
                message: `Kubernetes does not know the kind ${object.kind} (${object.apiVersion}), by which clusters are exposed; ask the platform team to install it, then restart the cluster.`,
              },
              error,
            )
          : error;
      }
    }),
  );
}

function exposedAs(service: V1Service): string {
  return service.metadata?.annotations?.[EXPOSED_AS] ?? '';
}
