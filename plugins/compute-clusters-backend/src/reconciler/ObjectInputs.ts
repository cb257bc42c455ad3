import {
  ComputeClusterSpec,
  Setting,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { V1Secret } from '@kubernetes/client-node';
import { ClusterRecord } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ClusterObjectInput } from '../kubernetes/objects';
import { PlainInputs } from './PlainInputs';
import { invalidSpec } from './StepRefused';

/** Looks up what a run's specification names, the values of secret properties too. */
export class ObjectInputs {
  static create(options: {
    plain: PlainInputs;
    gateway: KubernetesGateway;
  }): ObjectInputs {
    return new ObjectInputs(options.plain, options.gateway);
  }

  private constructor(
    private readonly plain: PlainInputs,
    private readonly gateway: KubernetesGateway,
  ) {}

  /**
   * What a run's objects are built from; the Connect token is left empty, since only the cluster's Secret holds it.
   *
   * @throws StepRefused if the specification names something that is no more
   */
  async of(cluster: ClusterRecord): Promise<ClusterObjectInput> {
    const { run } = cluster;
    if (!run) {
      throw invalidSpec('The cluster has never been started; start it.');
    }
    refuseLostSecrets(run.spec);
    const [input, secretProperties] = await Promise.all([
      this.plain.of(cluster, run.spec, run),
      this.secretProperties(cluster.namespace, run.spec),
    ]);
    return { ...input, secretProperties };
  }

  /** Each Secret is read once, however many of its keys are named. */
  private async secretProperties(
    namespace: string,
    { sparkConf }: ComputeClusterSpec,
  ): Promise<Record<string, string>> {
    const rows = sparkConf.filter(({ secret }) => secret?.ref);
    const names = new Set(rows.map(({ secret }) => secret?.ref?.name ?? ''));
    const secrets = new Map(
      await Promise.all(
        [...names].map(async name => {
          const secret = await this.readSecret(namespace, name);
          return [name, secret] as const;
        }),
      ),
    );
    return Object.fromEntries(
      rows.map(row => {
        const { name = '', key = '' } = row.secret?.ref ?? {};
        const value = secrets.get(name)?.data?.[key];
        if (value === undefined) {
          throw invalidSpec(missing(row, namespace));
        }
        return [row.name, Buffer.from(value, 'base64').toString('utf8')];
      }),
    );
  }

  private async readSecret(
    namespace: string,
    name: string,
  ): Promise<V1Secret | undefined> {
    const ref = { apiVersion: 'v1', kind: 'Secret', namespace, name };
    return await this.gateway.read<V1Secret>(ref);
  }
}

/** A cluster that was recovered without them may have lost where its values are. */
function refuseLostSecrets({ environment, sparkConf }: ComputeClusterSpec) {
  const lost = [...environment, ...sparkConf].find(
    ({ secret }) => secret && !secret.ref,
  );
  if (lost) {
    throw invalidSpec(gone(lost.name));
  }
}

function gone(name: string): string {
  return `The stored value of '${name}' is gone from Kubernetes; configure the cluster with it again, then restart the cluster.`;
}

function missing({ name, secret }: Setting, namespace: string): string {
  return secret?.stored
    ? gone(name)
    : `There is no key '${secret?.ref?.key}' in a Secret '${secret?.ref?.name}' of namespace '${namespace}'; create it, then restart the cluster.`;
}
