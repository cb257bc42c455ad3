import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, observed, testStores } from '../__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const LATE = observed({ state: 'FAILED', reason: 'StartTimeout' });
const GIVEN_UP = {
  action: 'terminate' as const,
  user: 'compute-clusters',
  message: 'Given up (StartTimeout)',
};

describe.each(databases.eachSupportedId())(
  'an observation with an activity, %p',
  databaseId => {
    async function open() {
      const { store } = await testStores(databases, databaseId);
      const { id } = await store.create(newCluster());
      const save = (runSequence: number) =>
        store.saveObserved(id, { runSequence, power: 'on' }, LATE, GIVEN_UP);
      const actions = async () => {
        const { items } = await store.listActivity(id, { limit: 10 });
        return items.map(({ action }) => action);
      };
      return { store, id, save, actions };
    }

    it('writes it down once, however often it is seen', async () => {
      const { store, id, save, actions } = await open();

      expect(await save(1)).toBe(true);
      expect(await save(1)).toBe(true);

      expect(await actions()).toEqual(['terminate', 'create']);
      expect((await store.get(id))?.observed).toEqual(LATE);
    });

    it('writes nothing down that is about another run', async () => {
      const { save, actions } = await open();

      expect(await save(2)).toBe(false);

      expect(await actions()).toEqual(['create']);
    });
  },
);
