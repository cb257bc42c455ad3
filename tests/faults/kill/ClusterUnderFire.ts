import { isDeepStrictEqual } from 'node:util';
import type {
  ComputeCluster,
  ComputeClustersClient,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { SeededRandom } from '../support/SeededRandom';
import { answerTo } from './answers';
import { type Action, effectOf, type Facts, factsOf } from './facts';

/** A command without an answer: it took effect, or it did not. */
interface OpenCommand {
  action: Action;
  key: string;
}

/** How often commands ended in which way. */
export interface Tally {
  acknowledged: number;
  refused: number;
  unanswered: number;
}

const CHOICES: Record<string, Action[]> = {
  STARTING: ['restart', 'terminate', 'terminate', 'delete'],
  ACTIVE: ['restart', 'restart', 'terminate', 'terminate', 'delete'],
  STOPPED: ['start', 'start', 'start', 'configure', 'delete'],
  FAILED: ['restart', 'terminate', 'configure', 'delete'],
};
/** Commands that are sent whatever the state: most are refused, and must change nothing then. */
const ANY: Action[] = ['start', 'restart', 'terminate', 'configure'];
const NAMESPACE = { namespace: 'data-eng' };
const MOST_LOOKS = 4;

/** A compute cluster that gets random commands, and what is known of it by the answers. */
export class ClusterUnderFire {
  /** Undefined before it is known to exist. */
  id?: string;
  /** As of the last answer. */
  facts?: Facts;
  /** All commands that took effect, in their order. */
  readonly history: Action[] = [];
  private open?: OpenCommand;
  private commands = 0;

  constructor(readonly name: string, private readonly tally: Tally) {}

  /** Sends one random command; false: the backend does not answer any more. */
  async act(
    client: ComputeClustersClient,
    random: SeededRandom,
  ): Promise<boolean> {
    const action = this.id
      ? await this.choose(this.id, client, random)
      : 'create';
    return action ? await this.send(action, client) : action === undefined;
  }

  /**
   * Finds out what became of the command without an answer, and repeats it where the API makes that safe.
   *
   * @throws if the cluster is as no command could have made it
   */
  async settle(client: ComputeClustersClient): Promise<void> {
    const { open } = this;
    const seen = await this.look(client);
    const found = seen && factsOf(seen);
    const allowed = open
      ? [this.facts, effectOf(open.action, this.facts)]
      : [this.facts];
    // A deleted cluster disappears: that is the end of its facts.
    const wanted = allowed.map(facts => (facts?.deleted ? undefined : facts));
    const isAllowed = [...allowed, ...wanted].some(facts =>
      isDeepStrictEqual(facts, found),
    );
    if (!isAllowed) {
      throw new Error(this.describe('shows', { found, allowed }));
    }
    if (open) {
      await this.close(open, seen, client);
    }
  }

  /** What to say of it in a failure. */
  describe(what: string, details: object): string {
    const { id, name, open, history } = this;
    return `cluster ${name} (${id}) ${what} ${JSON.stringify({
      ...details,
      open,
      history: history.slice(-5),
    })}`;
  }

  private async close(
    open: OpenCommand,
    seen: ComputeCluster | undefined,
    client: ComputeClustersClient,
  ): Promise<void> {
    this.open = undefined;
    const expected = effectOf(open.action, this.facts);
    // What would change nothing was sent in a state that refuses it.
    const tookEffect =
      !isDeepStrictEqual(expected, this.facts) &&
      (seen ? isDeepStrictEqual(factsOf(seen), expected) : expected.deleted);
    if (tookEffect) {
      this.took(open.action, expected, seen?.id);
    }
    if (open.action === 'configure' || open.action === 'delete') {
      return;
    }
    const again = await answerTo(this.request(open, client));
    if (again.type === 'none' || (tookEffect && again.type === 'refused')) {
      throw new Error(this.describe('does not answer again', again));
    }
    if (again.type === 'done' && !tookEffect) {
      this.took(open.action, expected, again.value.id);
    }
    if (
      again.type === 'done' &&
      !isDeepStrictEqual(factsOf(again.value), this.facts)
    ) {
      throw new Error(this.describe('was changed twice', factsOf(again.value)));
    }
  }

  private async look(
    client: ComputeClustersClient,
  ): Promise<ComputeCluster | undefined> {
    const request = this.id
      ? client.getCluster(this.id)
      : client.getClusterByName({
          ...NAMESPACE,
          kubernetesCluster: 'demo',
          name: this.name,
        });
    const answer = await answerTo(request);
    if (answer.type === 'none') {
      throw new Error(this.describe('cannot be read', {}));
    }
    const cluster = answer.type === 'done' ? answer.value : undefined;
    // One of that name that is still being deleted is an earlier one.
    return this.id || !cluster?.deletionRequestedAt ? cluster : undefined;
  }

  /** Undefined: nothing fits just now; null: no answer. */
  private async choose(
    id: string,
    client: ComputeClustersClient,
    random: SeededRandom,
  ): Promise<Action | undefined | null> {
    // A random number of looks, so that commands meet all states.
    for (let looks = random.below(MOST_LOOKS); looks > 0; looks -= 1) {
      if ((await answerTo(client.getCluster(id))).type === 'none') {
        return null;
      }
    }
    const answer = await answerTo(client.getCluster(id));
    if (answer.type !== 'done') {
      return answer.type === 'none' ? null : undefined;
    }
    return random.below(10) === 0
      ? random.pick(ANY)
      : random.pick([undefined, ...(CHOICES[answer.value.status.state] ?? [])]);
  }

  private async send(
    action: Action,
    client: ComputeClustersClient,
  ): Promise<boolean> {
    this.commands += 1;
    const command = { action, key: `${this.id ?? this.name}-${Math.random()}` };
    const answer = await answerTo(this.request(command, client));
    if (answer.type === 'none') {
      this.tally.unanswered += 1;
      this.open = command;
      return false;
    }
    if (answer.type === 'refused') {
      this.tally.refused += 1;
      return true;
    }
    this.tally.acknowledged += 1;
    const expected = effectOf(action, this.facts);
    const found = factsOf(answer.value);
    this.took(action, expected, answer.value.id);
    if (!isDeepStrictEqual(found, expected)) {
      throw new Error(
        this.describe(`answers a ${action} with`, { found, expected }),
      );
    }
    return true;
  }

  private took(action: Action, facts: Facts, id: string | undefined): void {
    this.id ??= id;
    this.facts = facts;
    this.history.push(action);
  }

  private request(
    { action, key }: OpenCommand,
    client: ComputeClustersClient,
  ): Promise<ComputeCluster> {
    const options = { idempotencyKey: key };
    const id = this.id ?? '';
    switch (action) {
      case 'create':
        return client.createCluster(
          { ...NAMESPACE, name: this.name, spec: this.spec },
          options,
        );
      case 'configure':
        return client.configureCluster(id, { spec: this.spec });
      case 'start':
        return client.startCluster(id, options);
      case 'restart':
        return client.restartCluster(id, options);
      case 'terminate':
        return client.terminateCluster(id, options);
      default:
        return client.deleteCluster(id);
    }
  }

  /** Another one for each command, so that each change of it counts. */
  private get spec() {
    return {
      driver: { nodeType: 'driver-small' },
      executor: { nodeType: 'executor-small', min: 1, max: 2 },
      tags: { command: String(this.commands) },
    };
  }
}
