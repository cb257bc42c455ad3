import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Clock } from '../clock';
import { ClusterRecord } from '../database';
import { userSecretName } from '../kubernetes/objects';
import { newStoredKey, separateSecretValues, storedKeys } from '../userSecrets';
import { SecretOwner, UserSecrets } from './ports';

/** Takes care that secret values of requests are kept in Kubernetes, and nowhere else. */
export class SecretRows {
  static create(options: {
    userSecrets: UserSecrets;
    clock: Clock;
  }): SecretRows {
    return new SecretRows(options.userSecrets, options.clock);
  }

  private constructor(
    private readonly userSecrets: UserSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts the values of a specification into Kubernetes.
   *
   * @returns the specification as it may be stored
   * @throws ServiceUnavailableError or InvalidClusterError
   */
  async keep(
    cluster: SecretOwner,
    spec: ComputeClusterSpec,
  ): Promise<ComputeClusterSpec> {
    const now = this.clock.now();
    const separated = separateSecretValues(spec, {
      secretName: userSecretName({ ...cluster, clusterId: cluster.id }),
      newKey: (section, name) => newStoredKey(section, name, now),
    });
    if (Object.keys(separated.values).length > 0) {
      await this.userSecrets.add(cluster, separated.values);
    }
    return separated.spec;
  }

  /** Takes back what was kept for a cluster that was not stored after all. */
  async takeBack(
    cluster: SecretOwner,
    spec: ComputeClusterSpec,
  ): Promise<void> {
    if (storedKeys(spec).length > 0) {
      await this.userSecrets.discard(cluster);
    }
  }

  /** Forgets the values that a cluster had before it was configured; those of a run that may still be on stay. */
  async tidy(cluster: ClusterRecord, before: ComputeClusterSpec) {
    const kept = storedKeys(cluster.spec);
    if (storedKeys(before).some(key => !kept.includes(key))) {
      const running = cluster.run ? storedKeys(cluster.run.spec) : [];
      await this.userSecrets.prune(cluster, [...kept, ...running]);
    }
  }
}
