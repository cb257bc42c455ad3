import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  ClusterChange,
  ClusterRecord,
  ObservedStatus,
  StoredClusterState,
} from '../../database';
import { testSpec } from '../../database/__testUtils__';
import { Command } from './Command';
import { CommandRefusal } from './CommandRefusal';
import { decideConfigure } from './decideConfigure';
import { decideGiveUpPods } from './decideGiveUpPods';
import { decideDelete } from './decideDelete';
import { decideRestart } from './decideRestart';
import { decideStart } from './decideStart';
import { decideTerminate } from './decideTerminate';

const NOW = new Date('2026-01-01T12:00:00Z');
const USER = 'user:default/data-engineer';

function cluster(state: StoredClusterState): ClusterRecord {
  return {
    id: 'f3b5ee34-9af1-4f0a-a7b0-9fb7a5e0bb2a',
    kubernetesCluster: 'demo',
    namespace: 'data-eng',
    name: 'etl',
    description: 'old',
    spec: testSpec(),
    generation: 3,
    power: ['STARTING', 'ACTIVE', 'FAILED'].includes(state) ? 'on' : 'off',
    deletionRequestedAt: state === 'DELETING' ? NOW : null,
    giveUpRequestedAt: null,
    createdBy: USER,
    createdAt: NOW,
    updatedBy: USER,
    updatedAt: NOW,
    run: null,
    automation: null,
    unseen: null,
    observed: {
      state,
      reason: 'Ready',
      message: '',
      since: NOW,
      observedAt: NOW,
      driver: { pod: null, ready: false, attempts: 0 },
      executors: { running: 0, pending: 0, max: 4, reason: null },
    },
  };
}

type Decide = (command: Command) => ClusterChange | undefined;

const newSpec: ComputeClusterSpec = testSpec({ javaOptions: '-Dx=y' });
const configure: Decide = command =>
  decideConfigure({ ...command, changes: { spec: newSpec } });

const commands: [
  string,
  Decide,
  Partial<Record<StoredClusterState, object>>,
][] = [
  [
    'start',
    decideStart,
    {
      STOPPED: {
        power: 'on',
        beginRun: true,
        observed: { state: 'STARTING', reason: 'Accepted' },
        activity: { action: 'start', user: USER },
      },
    },
  ],
  [
    'restart',
    decideRestart,
    Object.fromEntries(
      ['STARTING', 'ACTIVE', 'FAILED'].map(state => [
        state,
        {
          power: 'on',
          endRun: 'Restarted',
          beginRun: true,
          observed: { state: 'STARTING' },
          activity: { action: 'restart' },
        },
      ]),
    ),
  ],
  [
    'terminate',
    decideTerminate,
    Object.fromEntries(
      ['STARTING', 'ACTIVE', 'FAILED'].map(state => [
        state,
        {
          power: 'off',
          endRun: 'Terminated',
          observed: { state: 'STOPPING' },
          activity: { action: 'terminate' },
        },
      ]),
    ),
  ],
  [
    'configure',
    configure,
    Object.fromEntries(
      ['STOPPED', 'FAILED'].map(state => [
        state,
        { spec: newSpec, activity: { action: 'configure' } },
      ]),
    ),
  ],
  [
    'delete',
    decideDelete,
    Object.fromEntries(
      ['STARTING', 'ACTIVE', 'STOPPING', 'STOPPED', 'FAILED'].map(state => [
        state,
        {
          power: 'off',
          deletionRequested: true,
          endRun: 'Deleted',
          observed: { state: 'DELETING' },
          activity: { action: 'delete' },
        },
      ]),
    ),
  ],
];

const STATES: StoredClusterState[] = [
  'STARTING',
  'ACTIVE',
  'STOPPING',
  'STOPPED',
  'FAILED',
  'DELETING',
];

const allowed = commands.flatMap(([name, decide, changes]) =>
  STATES.flatMap(state => {
    const change = changes[state];
    return change ? [{ name, state, decide, change }] : [];
  }),
);
const refused = commands
  .filter(([name]) => name !== 'delete')
  .flatMap(([name, decide, changes]) =>
    STATES.filter(state => !changes[state]).map(state => ({
      name,
      state,
      decide,
    })),
  );

function refusalOf(work: () => unknown): CommandRefusal | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof CommandRefusal ? error : undefined;
  }
}

describe('giving up pods', () => {
  const hanging = (changes: Partial<ObservedStatus>): ClusterRecord => {
    const { observed, ...rest } = cluster('STOPPING');
    return { ...rest, observed: { ...observed, ...changes } };
  };
  const lost = { ...cluster('ACTIVE').observed.executors, reason: 'NodeLost' };

  it.each([
    ['its driver hangs', hanging({ reason: 'NodeLost' })],
    ['an executor hangs', hanging({ executors: lost })],
  ])('is done while %s on a lost node', (_, hangs) => {
    expect(decideGiveUpPods({ cluster: hangs, user: USER })).toMatchObject({
      giveUpRequested: true,
      activity: {
        action: 'give-up-pods',
        message: expect.stringContaining('may still run there'),
      },
    });
  });

  it('is refused while none hangs there', () => {
    const refusal = refusalOf(() =>
      decideGiveUpPods({ cluster: cluster('STOPPING'), user: USER }),
    );
    expect(refusal).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringContaining('No pod'),
    });
  });
});

describe('commands', () => {
  it.each(allowed)(
    '$name is done while $state',
    ({ state, decide, change }) => {
      expect(decide({ cluster: cluster(state), user: USER })).toMatchObject(
        change,
      );
    },
  );

  it.each(refused)('$name is refused while $state', ({ state, decide }) => {
    const refusal = refusalOf(() =>
      decide({ cluster: cluster(state), user: USER }),
    );

    expect(refusal).toMatchObject({
      kind: 'wrong-state',
      message: expect.stringContaining(`is ${state};`),
      cluster: { observed: { state } },
    });
  });

  it('delete changes nothing while DELETING', () => {
    expect(
      decideDelete({ cluster: cluster('DELETING'), user: USER }),
    ).toBeUndefined();
  });

  it('configure says to terminate a running cluster first', () => {
    const refusal = refusalOf(() =>
      configure({ cluster: cluster('ACTIVE'), user: USER }),
    );

    expect(refusal?.message).toContain('Terminate it first');
  });

  it('configure with the same specification is no new generation', () => {
    const change = decideConfigure({
      cluster: cluster('STOPPED'),
      user: USER,
      changes: { description: 'new', spec: testSpec() },
    });

    expect(change.description).toBe('new');
    expect(change).not.toHaveProperty('spec');
  });

  describe.each(commands)('%s with If-Match', (_, decide, changes) => {
    const state = STATES.find(candidate => changes[candidate]) ?? 'STOPPED';
    const decideWith = (ifMatch: string) =>
      decide({ cluster: cluster(state), user: USER, ifMatch });

    it.each(['"3"', 'W/"3"', '*', '"1", "3"'])('takes %s', ifMatch => {
      expect(decideWith(ifMatch)).toBeDefined();
    });

    it.each(['"2"', '3', '"33"', '', 'nonsense'])('refuses %p', ifMatch => {
      expect(refusalOf(() => decideWith(ifMatch))).toMatchObject({
        kind: 'stale',
        message: expect.stringContaining('"3"'),
      });
    });
  });

  it('says first that a request is stale', () => {
    const refusal = refusalOf(() =>
      decideStart({ cluster: cluster('ACTIVE'), user: USER, ifMatch: '"1"' }),
    );

    expect(refusal?.kind).toBe('stale');
  });
});
