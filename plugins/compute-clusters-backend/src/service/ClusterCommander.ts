import {
  ComputeCluster,
  ParsedConfigureClusterRequest,
  ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  ClusterAction,
  ClusterChange,
  ClusterStore,
  NameConflictError,
} from '../database';
import { toNamespaceKey } from '../ownership';
import { Callers } from './Callers';
import { ClusterPresenter } from './ClusterPresenter';
import { ClusterValidator } from './ClusterValidator';
import { Command, CommandRefusal, decideConfigure } from './commands';
import { Call, ClusterCommand } from './ComputeClusterService';
import {
  ClusterNotFoundError,
  NameTakenError,
  PreconditionFailedError,
  WrongStateError,
} from './errors';
import { DesiredChangeListener } from './ports';

interface Parts {
  store: ClusterStore;
  validator: ClusterValidator;
  presenter: ClusterPresenter;
  callers: Callers;
  onDesiredChange: DesiredChangeListener;
}

/** Carries out what changes a cluster: decides, stores, tells the reconciler. */
export class ClusterCommander {
  static create(parts: Parts): ClusterCommander {
    return new ClusterCommander(parts);
  }

  private constructor(private readonly parts: Parts) {}

  /**
   * @throws InvalidClusterError or NameTakenError
   */
  async create(
    call: Call & {
      cluster: ParsedCreateClusterRequest;
      idempotencyKey?: string;
    },
  ): Promise<ComputeCluster> {
    const { store, validator, callers, presenter } = this.parts;
    const { name, description, spec } = call.cluster;
    const mapping = await validator.requireValidCluster(call.cluster);
    const { ref } = await callers.of(call.credentials);
    const record = await store
      .create({
        ...toNamespaceKey(mapping),
        name,
        description,
        spec,
        user: ref,
        idempotencyKey: call.idempotencyKey,
      })
      .catch(error => {
        throw error instanceof NameConflictError
          ? new NameTakenError(error.message)
          : error;
      });
    this.parts.onDesiredChange(record, 'created');
    return await presenter.present(record);
  }

  /**
   * @throws WrongStateError, PreconditionFailedError or InvalidClusterError
   */
  async configure(
    call: ClusterCommand & { changes: ParsedConfigureClusterRequest },
  ): Promise<ComputeCluster> {
    const { changes } = call;
    const decide = (command: Command) =>
      decideConfigure({ ...command, changes });
    const stored = await this.parts.store.get(call.id);
    if (!stored) {
      throw new ClusterNotFoundError();
    }
    const { ref: user } = await this.parts.callers.of(call.credentials);
    // Told first: a stale request's other faults may be those of another specification.
    await this.explained(async () =>
      decide({ cluster: stored, user, ifMatch: call.ifMatch }),
    );
    await this.parts.validator.requireValidSpec(changes.spec, stored);
    return await this.run(call, 'configure', decide);
  }

  /**
   * @throws WrongStateError or PreconditionFailedError
   */
  async run(
    call: ClusterCommand,
    action: ClusterAction,
    decide: (command: Command) => ClusterChange | undefined,
  ): Promise<ComputeCluster> {
    const { id, ifMatch, idempotencyKey: key } = call;
    const { ref: user } = await this.parts.callers.of(call.credentials);
    const record = await this.explained(() =>
      this.parts.store.change(
        id,
        cluster => decide({ cluster, user, ifMatch }),
        key === undefined ? {} : { idempotency: { key, user, action } },
      ),
    );
    this.parts.onDesiredChange(
      record,
      action === 'configure' ? 'configured' : 'commanded',
    );
    return await this.parts.presenter.present(record);
  }

  /** Turns a refusal into the error that carries the cluster as the API shows it. */
  private async explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof CommandRefusal)) {
        throw error;
      }
      const cluster = await this.parts.presenter.present(error.cluster);
      throw error.kind === 'stale'
        ? new PreconditionFailedError(error.message, cluster)
        : new WrongStateError(error.message, cluster);
    }
  }
}
