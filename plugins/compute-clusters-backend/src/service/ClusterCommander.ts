import { randomUUID } from 'node:crypto';
import { NotFoundError } from '@backstage/errors';
import {
  ComputeCluster,
  ParsedConfigureClusterRequest,
  ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  ClusterAction,
  ClusterChange,
  ClusterRecord,
  ClusterStore,
  NameConflictError,
  NewCluster,
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
import { recallSecretRows } from './recallSecretRows';
import { SecretRows } from './SecretRows';

interface Parts {
  store: ClusterStore;
  validator: ClusterValidator;
  presenter: ClusterPresenter;
  callers: Callers;
  secretRows: SecretRows;
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
    const { validator, callers, presenter } = this.parts;
    const { name, description, spec } = call.cluster;
    const mapping = await validator.requireValidCluster(call.cluster);
    const { ref: user } = await callers.of(call.credentials);
    const record = await this.store({
      ...toNamespaceKey(mapping),
      id: randomUUID(),
      name,
      description,
      spec,
      user,
      idempotencyKey: call.idempotencyKey,
    });
    this.parts.onDesiredChange(record, 'created');
    return await presenter.present(record);
  }

  /** Secret values go into Kubernetes first: a cluster that is stored has all of them. */
  private async store(
    cluster: NewCluster & { id: string },
  ): Promise<ClusterRecord> {
    const { store, secretRows } = this.parts;
    const spec = await secretRows.keep(cluster, cluster.spec);
    try {
      const record = await store.create({ ...cluster, spec });
      if (record.id !== cluster.id) {
        // An earlier request with the same idempotency key made it.
        await secretRows.takeBack(cluster, spec);
      }
      return record;
    } catch (error) {
      // A database that goes away may have stored it all the same.
      if (!(await store.get(cluster.id))) {
        await secretRows.takeBack(cluster, spec);
      }
      throw error instanceof NameConflictError
        ? new NameTakenError(error.message)
        : error;
    }
  }

  /**
   * @throws WrongStateError, PreconditionFailedError or InvalidClusterError
   */
  async configure(
    call: ClusterCommand & { changes: ParsedConfigureClusterRequest },
  ): Promise<ComputeCluster> {
    const { changes } = call;
    const { store, callers, validator, secretRows } = this.parts;
    const stored = await store.get(call.id);
    if (!stored) {
      throw new ClusterNotFoundError();
    }
    const { ref: user } = await callers.of(call.credentials);
    // Told first: a stale request's other faults may be those of another specification.
    await this.explained(async () =>
      decideConfigure({
        cluster: stored,
        user,
        ifMatch: call.ifMatch,
        changes,
      }),
    );
    await validator.requireValidSpec(changes.spec, stored);
    const spec = await secretRows.keep(stored, changes.spec);
    try {
      const record = await this.change(call, 'configure', command =>
        decideConfigure({
          ...command,
          changes: { ...changes, spec: recallSecretRows(spec, command) },
        }),
      );
      await secretRows.tidy(record, stored.spec);
      return await this.parts.presenter.present(record);
    } catch (error) {
      if (error instanceof NotFoundError) {
        await secretRows.takeBack(stored, spec);
      }
      throw error;
    }
  }

  /**
   * @throws WrongStateError or PreconditionFailedError
   */
  async run(
    call: ClusterCommand,
    action: ClusterAction,
    decide: (command: Command) => ClusterChange | undefined,
  ): Promise<ComputeCluster> {
    const record = await this.change(call, action, decide);
    return await this.parts.presenter.present(record);
  }

  private async change(
    call: ClusterCommand,
    action: ClusterAction,
    decide: (command: Command) => ClusterChange | undefined,
  ): Promise<ClusterRecord> {
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
    return record;
  }

  /** Turns a refusal into the error that carries the cluster as the API shows it. */
  private async explained<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NotFoundError) {
        throw new ClusterNotFoundError();
      }
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
