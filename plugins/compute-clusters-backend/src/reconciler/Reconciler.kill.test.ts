import { TestDatabases } from '@backstage/backend-test-utils';
import { Death } from './__testUtils__/MortalGateway';
import { ReconcilerWorld } from './__testUtils__/ReconcilerWorld';
import { soon } from './__testUtils__/soon';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** What is there while a run is under way; the random end of the pod's name is left out. */
const running = (run: number) => ({
  state: 'ACTIVE',
  things: [
    'ConfigMap etl',
    `Job etl-${run}`,
    `Pod etl-${run}`,
    'Secret etl',
    'Service etl',
  ],
});

const ENDS = {
  terminate: {
    state: 'STOPPED',
    things: ['ConfigMap etl', 'Secret etl', 'Service etl'],
  },
  restart: running(2),
  delete: { state: undefined, things: [] },
};

/** Of a start: five for a new namespace, then Secret, ConfigMap, Service and, at last, the Job. */
const REQUESTS_OF_A_START = [1, 5, 6, 7, 8, 9];

const REQUESTS_OF_A_COMMAND = [10, 11, 12];

const deaths = (requests: number[]): [string, Death][] =>
  requests.flatMap(request =>
    (['before', 'after'] as const).map((when): [string, Death] => [
      `${when} request ${request}`,
      { request, when },
    ]),
  );

describe('a backend that is killed', () => {
  let world: ReconcilerWorld;

  beforeEach(async () => {
    world = await ReconcilerWorld.create(databases);
  });

  afterEach(() => world.stop());

  const look = async (id: string) => {
    const cluster = await world.store.get(id);
    const things = await world.kubernetes.thingsOf(id);
    return {
      state: cluster?.observed.state,
      things: things.map(thing => thing.replace(/^(Pod .*)-\w{5}$/, '$1')),
    };
  };

  it.each(deaths(REQUESTS_OF_A_START))(
    'at a start, %s: the next one makes exactly one driver',
    async (_name, death) => {
      const first = world.startBackend(death);
      const { id } = await world.create(first);
      await soon(() => expect(first.gateway.dead).toBe(true));
      await world.kill(first);

      world.startBackend();
      await soon(async () => expect(await look(id)).toEqual(running(1)));
    },
  );

  describe.each(Object.entries(ENDS))('at a %s', (command, end) => {
    it.each(deaths(REQUESTS_OF_A_COMMAND))(
      '%s: the next one brings it to its end',
      async (_name, death) => {
        const first = world.startBackend(death);
        const { id } = await world.create(first);
        await world.shows(id, { state: 'ACTIVE' });
        await world.command(first, id, command);
        // Some commands need fewer requests than others: those are killed when they are done.
        await soon(async () => {
          const isDone = (await look(id)).state === end.state;
          expect(first.gateway.dead || isDone).toBe(true);
        });
        await world.kill(first);

        world.startBackend();
        await soon(async () => expect(await look(id)).toEqual(end));
      },
    );
  });
});
