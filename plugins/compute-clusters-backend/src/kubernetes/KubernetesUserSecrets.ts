import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { Clock } from '../clock';
import { InvalidClusterError } from '../service/errors';
import { SecretOwner, UserSecrets } from '../service/ports';
import { KubernetesAccess } from './KubernetesConnections';
import { isKubernetesError } from './isKubernetesError';
import { KubernetesError } from './KubernetesError';
import { KubernetesGateway } from './KubernetesGateway';
import {
  clusterSelector,
  namespaceObject,
  userSecret,
  userSecretName,
  UserSecretOwner,
} from './objects';
import { pruneUserSecret } from './pruneUserSecret';

/** Keeps users' secret values in a Secret of their cluster. No error says what was to be kept. */
export class KubernetesUserSecrets implements UserSecrets {
  static create(options: {
    kubernetes: KubernetesAccess;
    /** The Kubernetes clusters on which the portal makes mapped namespaces that do not exist. */
    createNamespacesOn: string[];
    clock: Clock;
    logger: LoggerService;
  }): KubernetesUserSecrets {
    return new KubernetesUserSecrets(options);
  }

  private constructor(
    private readonly options: Parameters<
      typeof KubernetesUserSecrets.create
    >[0],
  ) {}

  async add(
    cluster: SecretOwner,
    values: Record<string, string>,
  ): Promise<void> {
    const owner = ownerOf(cluster);
    try {
      await this.put(cluster, owner, values);
    } catch (error) {
      throw error instanceof KubernetesError ? refusal(error, cluster) : error;
    }
  }

  async prune(cluster: SecretOwner, kept: string[]): Promise<void> {
    const now = this.options.clock.now();
    await this.orLog(cluster, 'Old secret values', () =>
      pruneUserSecret(this.gatewayOf(cluster), ownerOf(cluster), { kept, now }),
    );
  }

  /** By label, since the portal needs no right to delete Secrets by their names. */
  async discard(cluster: SecretOwner): Promise<void> {
    const { namespace } = cluster;
    await this.orLog(cluster, 'Secret values that nobody needs', () =>
      this.gatewayOf(cluster).deleteAll(
        { apiVersion: 'v1', kind: 'Secret', namespace },
        clusterSelector(ownerOf(cluster)),
      ),
    );
  }

  private async orLog(
    cluster: SecretOwner,
    what: string,
    remove: () => Promise<void>,
  ): Promise<void> {
    try {
      await remove();
    } catch (error) {
      this.options.logger.warn(
        `${what} stay in Secret '${userSecretName(
          ownerOf(cluster),
        )}' of namespace '${cluster.namespace}': ${error}`,
      );
    }
  }

  private async put(
    cluster: SecretOwner,
    owner: UserSecretOwner,
    values: Record<string, string>,
  ): Promise<void> {
    const gateway = this.gatewayOf(cluster);
    const secret = userSecret(owner, values);
    try {
      await gateway.create(secret);
    } catch (error) {
      if (isKubernetesError(error, 'AlreadyExists')) {
        // Only adds: another request may be adding others.
        await mergeData(gateway, secret);
      } else if (
        isKubernetesError(error, 'NotFound') &&
        this.options.createNamespacesOn.includes(cluster.kubernetesCluster)
      ) {
        await createNamespace(gateway, owner.namespace);
        await gateway.create(secret);
      } else {
        throw error;
      }
    }
  }

  private gatewayOf(cluster: SecretOwner): KubernetesGateway {
    return this.options.kubernetes.get(cluster.kubernetesCluster).gateway;
  }
}

async function mergeData(
  gateway: KubernetesGateway,
  secret: ReturnType<typeof userSecret>,
): Promise<void> {
  const { name = '', namespace } = secret.metadata ?? {};
  const ref = { apiVersion: 'v1', kind: 'Secret', namespace, name };
  if (!(await gateway.merge(ref, { data: secret.data }))) {
    throw new KubernetesError('Conflict', 'The Secret was deleted meanwhile');
  }
}

async function createNamespace(
  gateway: KubernetesGateway,
  name: string,
): Promise<void> {
  try {
    await gateway.create(namespaceObject(name));
  } catch (error) {
    if (!isKubernetesError(error, 'AlreadyExists')) {
      throw error;
    }
  }
}

function ownerOf({ id, namespace, name }: SecretOwner): UserSecretOwner {
  return { clusterId: id, namespace, name };
}

/** In our own words: those of Kubernetes might repeat what was sent. */
function refusal(error: KubernetesError, cluster: SecretOwner): Error {
  const where = `Kubernetes cluster ${cluster.kubernetesCluster}`;
  switch (error.code) {
    case 'NotFound':
      return invalid(
        'namespace',
        `Namespace ${cluster.namespace} does not exist in ${where}, so that there is no place for secret values: ask the platform team to create it.`,
      );
    case 'Invalid':
      return invalid(
        'spec',
        `${where} does not take the secret values: together they may have one MiB.`,
      );
    case 'Forbidden':
    case 'QuotaExceeded':
    case 'NamespaceTerminating':
      return new ServiceUnavailableError(
        `${where} does not let the portal keep secret values in namespace ${cluster.namespace} (${error.code}); nothing was saved: ask the platform team`,
      );
    default:
      return new ServiceUnavailableError(
        `${where} does not answer, and only Kubernetes keeps secret values; nothing was saved: try again later`,
      );
  }
}

function invalid(path: string, message: string): InvalidClusterError {
  return new InvalidClusterError([{ path, code: 'refused', message }]);
}
