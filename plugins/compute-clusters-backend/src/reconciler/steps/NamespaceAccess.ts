import { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesObject } from '@kubernetes/client-node';
import { Clock, RecentValues } from '../../clock';
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

/** So long it is trusted that what was applied is there: many starts at once cost a namespace one application. */
const TRUST_MILLISECONDS = 60_000;

export interface NamespaceAccessOptions {
  kubernetesCluster: string;
  gateway: KubernetesGateway;
  mappings: NamespaceMappings;
  exposure: Exposure;
  /** Whether the portal makes mapped namespaces that do not exist. */
  createNamespaces: boolean;
  clock: Clock;
  logger: LoggerService;
}

/** Gives namespaces what their clusters share: accounts, rights, quota, network policy. At most once a minute each. */
export class NamespaceAccess {
  static create(options: NamespaceAccessOptions): NamespaceAccess {
    return new NamespaceAccess(options);
  }

  private readonly applied: RecentValues<void>;
  /** What the log tells of already. */
  private readonly foreign = new Set<string>();

  private constructor(private readonly options: NamespaceAccessOptions) {
    this.applied = RecentValues.create({
      clock: options.clock,
      maxAge: TRUST_MILLISECONDS,
    });
  }

  /** Whether the namespace itself may have to be made, or is being made, before anything can be put into it. */
  mustComeFirst(namespace: string): boolean {
    return this.options.createNamespaces && !this.applied.has(namespace);
  }

  /**
   * Puts everything there, unless this process has done so lately: for longer than that nobody knows, since none of it is
   * watched. Clusters that ask at the same time share the work.
   */
  async apply(namespace: string): Promise<void> {
    await this.applied.get(namespace, () => this.applyAll(namespace));
  }

  /** The namespace turned out to be gone, and all that was applied with it. */
  forget(namespace: string): void {
    this.applied.drop(namespace);
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
    if (existing && !isManaged(existing)) {
      // A platform team may bring its own account, rights or quota.
      this.tellOfForeign(object);
      return;
    }
    await this.options.gateway.apply(object);
  }

  private tellOfForeign({ kind, metadata }: KubernetesObject): void {
    const what = `${kind} '${metadata?.name}' in namespace '${metadata?.namespace}'`;
    if (!this.foreign.has(what)) {
      this.foreign.add(what);
      this.options.logger.info(
        `${what} was made by others and is used as it is`,
      );
    }
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

function isManaged({ metadata }: KubernetesObject): boolean {
  const label = metadata?.labels?.[LABELS.managedBy];
  return label === managedLabels()[LABELS.managedBy];
}
