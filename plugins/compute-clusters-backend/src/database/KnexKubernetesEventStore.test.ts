import { TestDatabases } from '@backstage/backend-test-utils';
import { newCluster, testStores } from './__testUtils__';
import { KnexKubernetesEventStore } from './KnexKubernetesEventStore';
import {
  KubernetesEventQuery,
  KubernetesEventRecord,
} from './KubernetesEventStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const PLACE = { kubernetesCluster: 'demo', namespace: 'data-eng' };

const at = (second: number) =>
  new Date(Date.parse('2026-01-01T12:00:00Z') + second * 1000);

describe.each(databases.eachSupportedId())(
  'KnexKubernetesEventStore, %p',
  databaseId => {
    const open = async () => {
      const stores = await testStores(databases, databaseId);
      const { id: clusterId } = await stores.store.create(newCluster());
      const events = KnexKubernetesEventStore.create(stores);
      const event = (
        uid: string,
        changes: Partial<KubernetesEventRecord> = {},
      ): KubernetesEventRecord => ({
        uid,
        clusterId,
        type: 'Normal',
        reason: 'Pulled',
        message: 'Image pulled',
        object: 'Pod/etl-1-abcde',
        count: 1,
        firstSeen: at(0),
        lastSeen: at(0),
        ...changes,
      });
      const save = (records: KubernetesEventRecord[], place = PLACE) =>
        events.save(records.map(record => ({ ...record, ...place })));
      const uids = async (query: Partial<KubernetesEventQuery> = {}) => {
        const { items } = await events.list(clusterId, { limit: 50, ...query });
        return items.map(({ uid }) => uid);
      };
      return { ...stores, clusterId, events, event, save, uids };
    };

    it('gives back what it was given, newest first', async () => {
      const { clusterId, events, event, save } = await open();
      const older = event('older', { type: 'Warning', count: 3 });
      const newer = event('newer', { lastSeen: at(9) });

      await save([older, newer]);

      expect(await events.list(clusterId, { limit: 50 })).toEqual({
        items: [newer, older],
        totalItems: 2,
        warnings: 1,
        next: null,
        previous: null,
      });
    });

    it('counts up an event that it has, and takes nothing back', async () => {
      const { clusterId, events, event, save } = await open();
      await save([event('a')]);
      await save([
        event('a', { count: 4, lastSeen: at(5) }),
        event('a', { count: 5, lastSeen: at(9), message: 'again' }),
      ]);
      await save([event('a', { count: 2, lastSeen: at(3) })]);

      const { items } = await events.list(clusterId, { limit: 50 });

      expect(items).toEqual([
        event('a', { count: 5, lastSeen: at(9), message: 'again' }),
      ]);
    });

    it('leaves out those of clusters that it does not know, and what no database keeps', async () => {
      const { events, event, uids, clusterId, save } = await open();

      await save([
        event('a', { clusterId: '00000000-0000-4000-8000-000000000000' }),
        event('b', { message: 'N\0UL' }),
      ]);

      expect(await uids()).toEqual(['b']);
      const { items } = await events.list(clusterId, { limit: 1 });
      expect(items[0].message).toBe('NUL');
    });

    it.each([
      { ...PLACE, namespace: 'elsewhere' },
      { ...PLACE, kubernetesCluster: 'other' },
    ])('leaves out what happened elsewhere, in %p', async place => {
      const { event, uids, save } = await open();

      await save([event('a')], place);

      expect(await uids()).toEqual([]);
    });

    it.each<[string, Partial<KubernetesEventQuery>, string[]]>([
      ['the type', { type: 'Warning' }, ['mount']],
      ['the object', { object: 'Job/etl-1' }, ['created']],
      ['a part of the reason, in any case', { text: 'failedM' }, ['mount']],
      ['a part of the message, in any case', { text: 'VOLUME' }, ['mount']],
      ['a text with the signs of patterns', { text: '100%' }, ['pulled']],
      ['a text that would be a pattern', { text: 'vol%ume' }, []],
      ['a text with an underscore', { text: 'v_lume' }, []],
      ['a text with a backslash', { text: '\\' }, []],
      ['everything at once', { type: 'Warning', text: 'pulled' }, []],
    ])('finds events by %s', async (_, query, expected) => {
      const { clusterId, events, event, uids, save } = await open();
      await save([
        event('pulled', { message: 'Pulled 100% of it' }),
        event('created', { object: 'Job/etl-1', message: 'Made a pod' }),
        event('mount', {
          type: 'Warning',
          reason: 'FailedMount',
          message: 'A volume is missing',
        }),
      ]);

      expect(await uids(query)).toEqual(expected);
      const { warnings } = await events.list(clusterId, {
        limit: 1,
        ...query,
      });
      expect(warnings).toBe(1);
    });

    it('gives pages in both directions, also among events of one moment', async () => {
      const { clusterId, events, event, save } = await open();
      const all = ['a', 'b', 'c', 'd', 'e'].map(uid => event(uid));
      await save(all);
      const page = (position?: KubernetesEventQuery['position']) =>
        events.list(clusterId, { limit: 2, position });
      const first = await page();
      const second = await page(first.next ?? undefined);
      const third = await page(second.next ?? undefined);
      const back = await page(third.previous ?? undefined);

      const uidsOf = ({ items }: typeof first) => items.map(({ uid }) => uid);
      expect([first, second, third, back].map(uidsOf)).toEqual([
        ['e', 'd'],
        ['c', 'b'],
        ['a'],
        ['c', 'b'],
      ]);
      expect(third.next).toBeNull();
      expect(first.totalItems).toBe(5);
    });

    it('deletes what is too old, in parts', async () => {
      const { events, event, uids, save } = await open();
      await save([
        event('a'),
        event('b', { lastSeen: at(1) }),
        event('c', { lastSeen: at(20) }),
      ]);

      expect(await events.deleteBefore(at(10), 1)).toBe(1);
      expect(await uids()).toEqual(['c', 'b']);
      expect(await events.deleteBefore(at(10), 10)).toBe(1);
      expect(await uids()).toEqual(['c']);
    });

    it('goes with the row of its cluster', async () => {
      const { clusterId, knex, event, uids, save } = await open();
      await save([event('a')]);

      await knex('clusters').where('id', clusterId).delete();

      expect(await uids()).toEqual([]);
    });

    it('names the live clusters of a namespace', async () => {
      const { clusterId, store, events } = await open();
      await store.create(newCluster({ namespace: 'ml' }));
      const gone = await store.create(newCluster({ name: 'gone' }));
      await store.remove(gone.id);

      const namespace = { kubernetesCluster: 'demo', namespace: 'data-eng' };
      expect(await events.listNames(namespace)).toEqual([
        { id: clusterId, name: 'etl', runSequence: 1 },
      ]);
    });
  },
);

describe('query plans of events', () => {
  it.each<[string, Partial<KubernetesEventQuery>, string]>([
    ['all', {}, 'kubernetes_events_cluster_idx'],
    ['one type', { type: 'Warning' }, 'kubernetes_events_type_idx'],
    ['one object', { object: 'Pod/a' }, 'kubernetes_events_object_idx'],
    [
      'the next page',
      { position: { value: 1, id: 'a', before: false } },
      'kubernetes_events_cluster_idx',
    ],
  ])('the list of %s is read in order from an index', async (_, query, idx) => {
    const { knex } = await testStores(databases, 'SQLITE_3');
    const asked: { sql: string; bindings: string[] }[] = [];
    knex.on('query', question => asked.push(question));
    await KnexKubernetesEventStore.create({ knex }).list('x', {
      limit: 50,
      ...query,
    });
    const [{ sql, bindings }] = asked;
    const plan = await knex.raw(`explain query plan ${sql}`, bindings);
    const details = plan
      .map(({ detail }: { detail: string }) => detail)
      .join('\n');

    expect(details).toContain(idx);
    expect(details).not.toContain('TEMP B-TREE');
  });
});
