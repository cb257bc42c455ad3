import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, testStores } from './__testUtils__';
import { KnexSparkUiTicketStore } from './KnexSparkUiTicketStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const MINUTE = 60_000;

describe.each(databases.eachSupportedId())(
  'KnexSparkUiTicketStore, %p',
  databaseId => {
    const setUp = async () => {
      const stores = await testStores(databases, databaseId);
      const { id } = await stores.store.create(newCluster());
      const ticket = (hash: string, minutes: number) => ({
        hash,
        clusterId: id,
        user: 'user:default/data-engineer',
        expiresAt: new Date(stores.clock.now().getTime() + minutes * MINUTE),
      });
      return {
        ...stores,
        ticket,
        tickets: KnexSparkUiTicketStore.create(stores),
      };
    };

    it('finds a ticket until it expires', async () => {
      const { tickets, ticket, clock } = await setUp();
      const added = ticket('a', 60);
      await tickets.add(added);
      clock.advance(60 * MINUTE - 1);
      expect(await tickets.find('a')).toEqual(added);
      expect(await tickets.find('b')).toBeUndefined();
      clock.advance(1);
      expect(await tickets.find('a')).toBeUndefined();
    });

    it('forgets expired tickets with the next one', async () => {
      const { tickets, ticket, clock, knex } = await setUp();
      await tickets.add(ticket('a', 1));
      await tickets.add(ticket('b', 3));
      clock.advance(2 * MINUTE);
      await tickets.add(ticket('c', 3));
      expect(
        await knex('spark_ui_tickets').orderBy('hash').pluck('hash'),
      ).toEqual(['b', 'c']);
    });
  },
);
