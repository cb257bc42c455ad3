import { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesObject } from '@kubernetes/client-node';
import { isKubernetesError } from '../../kubernetes/isKubernetesError';
import { KubernetesGateway } from '../../kubernetes/KubernetesGateway';
import {
  driverAccessObjects,
  Exposure,
  LABELS,
  limitRange,
  managedLabels,
  namespaceObject,
  networkPolicy,
  resourceQuota,
} from '../../kubernetes/objects';
import { NamespaceMappings } from '../../ownership';
import { refOf } from './ownedObject';

export interface NamespaceAccessOptions {
  kubernetesCluster: string;
  gateway: KubernetesGateway;
  mappings: NamespaceMappings;
  exposure: Exposure;
  /** Whether the portal makes mapped namespaces that do not exist. */
  createNamespaces: boolean;
  logger: LoggerService;
}

/** Gives namespaces what their clusters share: accounts, rights, quota, network policy. Once each per process. */
export class NamespaceAccess {
  static create(options: NamespaceAccessOptions): NamespaceAccess {
    return new NamespaceAccess(options);
  }

  private readonly applied = new Map<string, Promise<void>>();

  private constructor(private readonly options: NamespaceAccessOptions) {}

  /** Whether the namespace itself may have to be made first, before anything can be put into it. */
  mustComeFirst(namespace: string): boolean {
    return this.options.createNamespaces && !this.applied.has(namespace);
  }

  /** Puts everything there, unless this process has done so. Clusters that ask at the same time share the work. */
  async apply(namespace: string): Promise<void> {
    const applied = this.applied.get(namespace) ?? this.applyAll(namespace);
    this.applied.set(namespace, applied);
    try {
      await applied;
    } catch (error) {
      this.applied.delete(namespace);
      throw error;
    }
  }

  private async applyAll(namespace: string): Promise<void> {
    if (this.options.createNamespaces) {
      await this.ignoreExisting(namespaceObject(namespace));
    }
    await Promise.all(
      this.objectsOf(namespace).map(object => this.put(object)),
    );
  }

  private objectsOf(namespace: string): KubernetesObject[] {
    const { mappings, kubernetesCluster } = this.options;
    const quota = mappings.find({ kubernetesCluster, namespace })?.quota;
    return [
      ...driverAccessObjects(namespace),
      networkPolicy(namespace, this.options.exposure),
      ...(quota
        ? [resourceQuota({ namespace, quota }), limitRange(namespace)]
        : []),
    ];
  }

  private async put(object: KubernetesObject): Promise<void> {
    const created = await this.ignoreExisting(object);
    if (created) {
      return;
    }
    const existing = await this.options.gateway.read(refOf(object));
    if (isManaged(existing)) {
      await this.options.gateway.apply(object);
      return;
    }
    // A platform team may bring its own account, rights or quota.
    this.options.logger.info(
      `${object.kind} '${object.metadata?.name}' in namespace '${object.metadata?.namespace}' was made by others and is used as it is`,
    );
  }

  private async ignoreExisting(object: KubernetesObject): Promise<boolean> {
    try {
      await this.options.gateway.create(object);
      return true;
    } catch (error) {
      if (isKubernetesError(error, 'AlreadyExists')) {
        return false;
      }
      throw error;
    }
  }
}

function isManaged(object: KubernetesObject | undefined): boolean {
  const label = object?.metadata?.labels?.[LABELS.managedBy];
  return label === managedLabels()[LABELS.managedBy];
}
