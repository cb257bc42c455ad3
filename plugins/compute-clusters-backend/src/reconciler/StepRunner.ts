import { Clock } from '../clock';
import { ClusterRecord, ClusterStore } from '../database';
import { KubernetesGateway } from '../kubernetes/KubernetesGateway';
import { ClusterSteps } from './ClusterSteps';
import { ObjectInputs } from './ObjectInputs';
import { Finding } from './reasons';
import { RunLedger } from './RunLedger';
import { Step } from './Step';
import { refusalOf } from './StepRefused';
import { NamespaceAccess } from './steps/NamespaceAccess';

/** What became of a plan. */
export type StepsOutcome =
  /** Done; `again`: there may be more to do at once. */
  | { type: 'done'; again: boolean }
  /** Something is in the way that no watch may tell of: look again soon. */
  | { type: 'wait' }
  | { type: 'refused'; finding: Finding; error: unknown }
  /** The cluster's row is a tombstone now. */
  | { type: 'removed' };

/** What became of one step. */
export type StepOutcome = 'done' | 'again' | 'wait' | 'removed';

export interface StepRunnerOptions {
  gateway: KubernetesGateway;
  store: ClusterStore;
  inputs: ObjectInputs;
  access: NamespaceAccess;
  ledger: RunLedger;
  clock: Clock;
}

/** Does what a plan says: in order, but steps that do not need each other at once. */
export class StepRunner {
  static create(options: StepRunnerOptions): StepRunner {
    return new StepRunner(options);
  }

  private constructor(private readonly options: StepRunnerOptions) {}

  /**
   * Ends with the first group of steps that did not get through.
   *
   * @throws the error of a step that may succeed when it is repeated
   */
  async run(
    cluster: ClusterRecord,
    steps: Step[],
    signal: AbortSignal,
  ): Promise<StepsOutcome> {
    const scope = ClusterSteps.create(cluster, this.options);
    let again = false;
    for (const group of this.groupsOf(cluster, steps)) {
      signal.throwIfAborted();
      const results = await Promise.allSettled(
        group.map(step => scope.run(step)),
      );
      const outcome = outcomeOf(results);
      if (outcome.type !== 'done') {
        return outcome;
      }
      again ||= outcome.again;
    }
    return { type: 'done', again };
  }

  /** A Job needs all of its cluster's other objects, and a row goes when everything else is gone. */
  private groupsOf(cluster: ClusterRecord, steps: Step[]): Step[][] {
    const groups: Step[][] = [[]];
    for (const step of steps) {
      if (this.runsAlone(cluster, step)) {
        groups.push([step], []);
      } else {
        groups[groups.length - 1].push(step);
      }
    }
    return groups.filter(({ length }) => length > 0);
  }

  private runsAlone(cluster: ClusterRecord, step: Step): boolean {
    return (
      step.type === 'CreateJob' ||
      step.type === 'RemoveRow' ||
      (step.type === 'ApplyNamespaceAccess' &&
        this.options.access.mustComeFirst(cluster.namespace))
    );
  }
}

function outcomeOf(results: PromiseSettledResult<StepOutcome>[]): StepsOutcome {
  const errors = results.flatMap(result =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  // A refusal tells a person more than a silence beside it.
  for (const error of errors) {
    const finding = refusalOf(error);
    if (finding) {
      return { type: 'refused', finding, error };
    }
  }
  if (errors.length > 0) {
    throw errors[0];
  }
  const outcomes = results.map(result =>
    result.status === 'fulfilled' ? result.value : undefined,
  );
  if (outcomes.includes('removed')) {
    return { type: 'removed' };
  }
  return outcomes.includes('wait')
    ? { type: 'wait' }
    : { type: 'done', again: outcomes.includes('again') };
}
