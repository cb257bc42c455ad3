import { ClusterRecord, LoggedFailure, ObservedStatus } from '../../database';
import { testSpec } from '../../database/__testUtils__';
import { LastingKind } from '../../kubernetes/records';
import { DesiredCluster } from '../DesiredCluster';
import { ago } from './objects';

/** A cluster of the tables of tests, and what this process knows of it. */
export interface DesiredChanges {
  power?: 'on' | 'off';
  deleting?: boolean;
  givesUp?: boolean;
  /** The current run; null: never started. */
  run?: number | null;
  readyAt?: Date;
  endedAt?: Date;
  exitCode?: number;
  endReason?: string | null;
  failure?: LoggedFailure;
  previous?: Partial<ObservedStatus>;
  unconfirmedRuns?: number[];
  expectsJob?: boolean;
  appliedLately?: LastingKind[];
}

/** A cluster that was created a minute ago, in its first run, with 15 minutes to start. */
export function aDesiredCluster(changes: DesiredChanges = {}): DesiredCluster {
  const run = changes.run === undefined ? 1 : changes.run;
  return {
    cluster: clusterOf(changes, run),
    startTimeout: 15 * 60_000,
    unconfirmedRuns:
      changes.unconfirmedRuns ??
      (run === null ? [] : [run - 1, run].filter(sequence => sequence > 0)),
    expectsJob: changes.expectsJob ?? false,
    appliedLately: changes.appliedLately ?? [],
  };
}

function clusterOf(changes: DesiredChanges, run: number | null): ClusterRecord {
  const at = new Date(ago(60));
  const user = 'user:default/data-engineer';
  return {
    id: 'cluster',
    kubernetesCluster: 'demo',
    namespace: 'data-eng',
    name: 'etl',
    description: '',
    spec: testSpec(),
    generation: 1,
    power: changes.power ?? 'on',
    deletionRequestedAt: changes.deleting ? at : null,
    giveUpRequestedAt: changes.givesUp ? at : null,
    createdBy: user,
    createdAt: at,
    updatedBy: user,
    updatedAt: at,
    automation: null,
    unseen: null,
    run:
      run === null
        ? null
        : {
            id: `run-${run}`,
            clusterId: 'cluster',
            sequence: run,
            generation: 1,
            spec: testSpec(),
            requestedBy: user,
            startedAt: at,
            readyAt: changes.readyAt ?? null,
            endedAt: changes.endedAt ?? null,
            endReason: changes.endReason ?? null,
            exitCode: changes.exitCode ?? null,
            failure: changes.failure ?? null,
          },
    observed: aStatus(changes.previous),
  };
}

/** What was stored when the cluster was created. */
export function aStatus(changes: Partial<ObservedStatus> = {}): ObservedStatus {
  return {
    state: 'STARTING',
    reason: 'Accepted',
    message: '',
    since: new Date(ago(60)),
    observedAt: new Date(ago(60)),
    driver: { pod: null, ready: false, attempts: 0 },
    executors: { running: 0, pending: 0, max: 4, reason: null },
    ...changes,
  };
}
