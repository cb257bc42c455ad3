import {
  AutomaticStop,
  ScheduleEdge,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterChange, ClusterRecord, ClusterStore } from '../database';
import { DesiredChangeListener } from '../service';
import { AuditTrail } from '../service/AuditTrail';
import { decideAutomaticStart } from './decideAutomaticStart';
import { decideAutomaticStop } from './decideAutomaticStop';

export interface AutomaticCommandsOptions {
  store: Pick<ClusterStore, 'change'>;
  trail: AuditTrail;
  onDesiredChange: DesiredChangeListener;
}

/** A command of the portal's own, as the audit log names it. */
interface AutomaticCommand {
  eventId: 'cluster-start' | 'cluster-terminate';
  cause: AutomaticStop['reason'];
  /** What to change; undefined if there is nothing to do, or no more. */
  decide: (cluster: ClusterRecord) => ClusterChange | undefined;
}

/** Starts and stops clusters in the portal's own name; each is in the audit log. */
export class AutomaticCommands {
  static create(options: AutomaticCommandsOptions): AutomaticCommands {
    return new AutomaticCommands(options);
  }

  private constructor(private readonly options: AutomaticCommandsOptions) {}

  /** Starts a cluster as its schedule asks. */
  async start(cluster: ClusterRecord, edge: ScheduleEdge): Promise<void> {
    await this.command(cluster, {
      eventId: 'cluster-start',
      cause: 'Schedule',
      decide: current => decideAutomaticStart(current, edge),
    });
  }

  /** Stops a cluster as it was announced. */
  async stop(
    cluster: ClusterRecord,
    stop: Parameters<typeof decideAutomaticStop>[1],
  ): Promise<void> {
    await this.command(cluster, {
      eventId: 'cluster-terminate',
      cause: stop.reason,
      decide: current => decideAutomaticStop(current, stop),
    });
  }

  private async command(
    cluster: ClusterRecord,
    { eventId, cause, decide }: AutomaticCommand,
  ): Promise<void> {
    if (!decide(cluster)) {
      return;
    }
    await this.options.trail.recordAutomatic(cluster, { eventId, cause }, () =>
      this.change(cluster.id, decide),
    );
  }

  /** @returns false if somebody else was quicker */
  private async change(
    id: string,
    decide: AutomaticCommand['decide'],
  ): Promise<boolean> {
    let isChanged = false;
    const changed = await this.options.store.change(id, current => {
      const change = decide(current);
      isChanged = change !== undefined;
      return change;
    });
    if (isChanged) {
      this.options.onDesiredChange(changed, 'commanded');
    }
    return isChanged;
  }
}
