import { Clock } from '../clock';
import { ClusterRecord, ClusterStore } from '../database';
import {
  isKubernetesError,
  isServerError,
} from '../kubernetes/isKubernetesError';
import {
  KubernetesError,
  KubernetesErrorCode,
} from '../kubernetes/KubernetesError';
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
  /** Something is in the way that no watch may tell of: look again soon. With a finding, it may take long. */
  | { type: 'wait'; finding?: Finding }
  | { type: 'refused'; finding: Finding; error: unknown }
  /** Kubernetes answers, but with an error of its own, as when an admission webhook is down: tried again. */
  | { type: 'failed'; error: KubernetesError }
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
    const accessFirst = this.options.access.mustComeFirst(cluster.namespace);
    let again = false;
    for (const group of groupsOf(steps, accessFirst)) {
      signal.throwIfAborted();
      const results = await Promise.allSettled(
        group.map(step => scope.run(step)),
      );
      if (this.isNamespaceEnding(cluster, results)) {
        return { type: 'wait', finding: namespaceTerminating(cluster) };
      }
      if (
        this.lacksNamespace(cluster, results) &&
        (!accessFirst || wasEnding(cluster))
      ) {
        // It went after it was made, and the next pass makes it again. One that went in this pass is told of.
        return { type: 'wait' };
      }
      const outcome = outcomeOf(results);
      if (outcome.type !== 'done') {
        return outcome;
      }
      again ||= outcome.again;
    }
    return { type: 'done', again };
  }

  /** Whether the namespace has turned out to be gone, and the portal may make it. */
  private lacksNamespace(
    { namespace }: ClusterRecord,
    results: PromiseSettledResult<StepOutcome>[],
  ): boolean {
    const { access } = this.options;
    if (!results.some(result => failedBy(result, 'NotFound'))) {
      return false;
    }
    access.forget(namespace);
    return access.mustComeFirst(namespace);
  }

  /** Whether nothing may be made in the namespace since it is being deleted, with all that was made in it. */
  private isNamespaceEnding(
    { namespace }: ClusterRecord,
    results: PromiseSettledResult<StepOutcome>[],
  ): boolean {
    const isEnding = results.some(result =>
      failedBy(result, 'NamespaceTerminating'),
    );
    if (isEnding) {
      this.options.access.forget(namespace);
    }
    return isEnding;
  }
}

function failedBy(
  result: PromiseSettledResult<StepOutcome>,
  code: KubernetesErrorCode,
): boolean {
  return result.status === 'rejected' && isKubernetesError(result.reason, code);
}

function wasEnding({ observed }: ClusterRecord): boolean {
  return observed.reason === 'NamespaceTerminating';
}

function namespaceTerminating({ namespace }: ClusterRecord): Finding {
  return {
    reason: 'NamespaceTerminating',
    message: `Namespace '${namespace}' is being deleted in Kubernetes, and nothing can be made in it: the driver starts when it is gone and made anew. If that takes long, ask the platform team.`,
  };
}

/** A Job needs all of its cluster's other objects, and a row goes when everything else is gone. */
function groupsOf(steps: Step[], accessFirst: boolean): Step[][] {
  const groups: Step[][] = [[]];
  for (const step of steps) {
    if (runsAlone(step, accessFirst)) {
      groups.push([step], []);
    } else {
      groups[groups.length - 1].push(step);
    }
  }
  return groups.filter(({ length }) => length > 0);
}

function runsAlone({ type }: Step, accessFirst: boolean): boolean {
  return (
    type === 'CreateJob' ||
    type === 'RemoveRow' ||
    (type === 'ApplyNamespaceAccess' && accessFirst)
  );
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
  const failure = errors.find(isServerError);
  if (failure) {
    return { type: 'failed', error: failure };
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
