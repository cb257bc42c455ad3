import { ClusterRecord } from '../database';
import {
  clusterConfigMap,
  ClusterObjectInput,
  withManifest,
} from '../kubernetes/objects';
import { pruneUserSecret } from '../kubernetes/pruneUserSecret';
import { manifestOf } from '../recovery/manifestOf';
import { storedKeys } from '../userSecrets';
import { ObservedPod } from './ObservedCluster';
import { Step } from './Step';
import { StepOutcome, StepRunnerOptions } from './StepRunner';
import { applySecret } from './steps/applySecret';
import { applyServices } from './steps/applyServices';
import { createJob } from './steps/createJob';
import { deleteClusterObjects } from './steps/deleteClusterObjects';
import { deleteJob } from './steps/deleteJob';
import { deletePods } from './steps/deletePods';
import { giveUpPods } from './steps/giveUpPods';
import { createOrApply } from './steps/ownedObject';

/** The steps of one cluster in one pass of the reconciler: what they are built from is looked up once. */
export class ClusterSteps {
  static create(
    cluster: ClusterRecord,
    options: StepRunnerOptions,
  ): ClusterSteps {
    return new ClusterSteps(cluster, options);
  }

  private input: Promise<ClusterObjectInput> | undefined;

  private constructor(
    private readonly cluster: ClusterRecord,
    private readonly options: StepRunnerOptions,
  ) {}

  async run(step: Step): Promise<StepOutcome> {
    const { gateway, access, store, ledger } = this.options;
    switch (step.type) {
      case 'ApplyNamespaceAccess':
        await access.apply(this.cluster.namespace);
        return 'done';
      case 'ApplySecret':
        ledger.applied(this.cluster.id, 'Secret');
        await applySecret(gateway, await this.getInput());
        await this.forgetOldSecretValues();
        return 'done';
      case 'ApplyConfigMap':
        ledger.applied(this.cluster.id, 'ConfigMap');
        await this.applyConfigMap();
        return 'done';
      case 'ApplyServices':
        ledger.applied(this.cluster.id, 'Service');
        await applyServices(gateway, await this.getInput());
        return 'done';
      case 'CreateJob':
        return await this.createJob();
      case 'DeleteJob':
        return await this.deleteJob(step);
      case 'DeleteLeftoverDrivers':
        return await this.deletePods(step.run, 'driver');
      case 'DeleteLeftoverExecutors':
        return await this.deletePods(step.run, 'executor');
      case 'GiveUpPods':
        return await this.giveUp(step.pods);
      case 'DeleteClusterObjects':
        await deleteClusterObjects(gateway, this.identity);
        return 'done';
      case 'RemoveRow':
        await store.remove(this.cluster.id);
        return 'removed';
      default:
        return step satisfies never;
    }
  }

  private get identity() {
    const { id: clusterId, namespace, name } = this.cluster;
    return { clusterId, namespace, name };
  }

  private async getInput(): Promise<ClusterObjectInput> {
    this.input ??= this.options.inputs.of(this.cluster);
    return await this.input;
  }

  private async applyConfigMap(): Promise<void> {
    const { cluster } = this;
    const configMap = clusterConfigMap(await this.getInput());
    await createOrApply(
      this.options.gateway,
      cluster.run
        ? withManifest(configMap, manifestOf(cluster, cluster.run))
        : configMap,
      cluster.id,
    );
  }

  /** Only a cluster that was configured can have old ones. */
  private async forgetOldSecretValues(): Promise<void> {
    const { spec, run, generation } = this.cluster;
    if (generation > 1) {
      await pruneUserSecret(this.options.gateway, this.identity, {
        kept: [...storedKeys(spec), ...(run ? storedKeys(run.spec) : [])],
        now: this.options.clock.now(),
      });
    }
  }

  private async createJob(): Promise<StepOutcome> {
    const { gateway, ledger } = this.options;
    const input = await this.getInput();
    const stands = await createJob(gateway, input);
    if (!stands) {
      return 'wait';
    }
    ledger.created(input.clusterId, input.run.sequence);
    return 'done';
  }

  private async deleteJob(step: {
    run: number;
    uid?: string;
  }): Promise<StepOutcome> {
    const { gateway, ledger } = this.options;
    const deleted = await deleteJob(gateway, { ...this.identity, ...step });
    ledger.gone(this.cluster.id, step.run);
    if (step.uid !== undefined) {
      // The watch has shown it, and will show its end.
      return 'done';
    }
    return deleted ? 'wait' : 'again';
  }

  private async giveUp(pods: ObservedPod[]): Promise<StepOutcome> {
    const { gateway, store } = this.options;
    const { id, namespace, giveUpRequestedAt } = this.cluster;
    await giveUpPods(gateway, namespace, pods);
    if (giveUpRequestedAt) {
      await store.endGiveUp(id, giveUpRequestedAt);
    }
    return 'done';
  }

  private async deletePods(
    run: number,
    component: 'driver' | 'executor',
  ): Promise<StepOutcome> {
    await deletePods(this.options.gateway, {
      ...this.identity,
      run,
      component,
    });
    return 'done';
  }
}
