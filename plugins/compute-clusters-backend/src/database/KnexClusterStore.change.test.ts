import { TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { ClusterChange } from './ClusterStore';
import { newCluster, testSpec, testStores } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const USER = 'user:default/data-engineer';

const configured: ClusterChange = {
  spec: testSpec({ tags: { team: 'x' } }),
  activity: { action: 'configure', user: USER, message: 'Configured' },
};

describe.each(databases.eachSupportedId())(
  'KnexClusterStore.change, %p',
  id => {
    const open = () => testStores(databases, id);

    it('saves a specification as a new generation', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());

      const changed = await store.change(cluster, () => configured);

      expect(changed).toMatchObject({
        generation: 2,
        spec: { tags: { team: 'x' } },
        run: { sequence: 1, generation: 1, spec: { tags: {} } },
      });
    });

    it('saves another description as a new generation, and the same one as none', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());
      const { activity } = configured;
      const describeAs = (description: string) =>
        store.change(cluster, () => ({ description, activity }));

      expect(await describeAs('new')).toMatchObject({ generation: 2 });
      expect(await describeAs('new')).toMatchObject({ generation: 2 });
    });

    it('ends a run and begins the next with the saved specification', async () => {
      const { store, knex, clock } = await open();
      const { id: cluster } = await store.create(newCluster());
      await store.change(cluster, () => configured);
      clock.advance(1000);

      const changed = await store.change(cluster, () => ({
        endRun: 'Restarted',
        beginRun: true,
        observed: { state: 'STARTING', reason: 'Accepted', message: 'Soon.' },
        activity: { action: 'restart', user: USER, message: 'Restarted' },
      }));

      expect(changed).toMatchObject({
        run: { sequence: 2, generation: 2, spec: { tags: { team: 'x' } } },
        observed: { since: clock.now(), driver: { ready: false } },
      });
      expect(await knex('runs').where('sequence', 1).first()).toMatchObject({
        end_reason: 'Restarted',
      });
    });

    it('stores nothing when the decision refuses', async () => {
      const { store } = await open();
      const cluster = await store.create(newCluster());

      await expect(
        store.change(cluster.id, () => {
          throw new ConflictError('no');
        }),
      ).rejects.toThrow('no');

      expect(await store.get(cluster.id)).toEqual(cluster);
    });

    it('stores nothing when there is nothing to change', async () => {
      const { store } = await open();
      const cluster = await store.create(newCluster());

      expect(await store.change(cluster.id, () => undefined)).toEqual(cluster);
      const { totalItems } = await store.listActivity(cluster.id, { limit: 1 });
      expect(totalItems).toBe(1);
    });

    it('finds no cluster that is not there', async () => {
      const { store } = await open();

      await expect(store.change('nope', () => configured)).rejects.toThrow(
        NotFoundError,
      );
    });

    it('loses none of several changes at once', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());

      await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          store.change(cluster, current => ({
            ...configured,
            description: `${current.description}${index}`,
          })),
        ),
      );

      const after = await store.get(cluster);
      expect(after?.generation).toBe(7);
      expect([...(after?.description ?? '')].sort().join('')).toBe('012345');
      const { totalItems } = await store.listActivity(cluster, { limit: 1 });
      expect(totalItems).toBe(7);
    });

    it('counts on from the run that another change has begun meanwhile', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());
      const activity = { action: 'restart', user: USER, message: '' } as const;

      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          store.change(cluster, () => ({
            activity,
            ...(index % 2 === 0 && { endRun: 'Restarted', beginRun: true }),
          })),
        ),
      );

      expect((await store.get(cluster))?.run?.sequence).toBe(7);
    });

    it('does the same command with the same key once', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());
      const idempotency = {
        key: 'k',
        user: USER,
        action: 'configure',
      } as const;
      const change = () =>
        store.change(cluster, () => configured, { idempotency });

      await Promise.all([change(), change(), change()]);

      expect((await store.get(cluster))?.generation).toBe(2);
    });

    it('takes the same key for another action or user', async () => {
      const { store } = await open();
      const { id: cluster } = await store.create(newCluster());
      for (const [user, action] of [
        [USER, 'configure'],
        [USER, 'start'],
        ['user:default/other', 'start'],
      ] as const) {
        await store.change(cluster, () => configured, {
          idempotency: { key: 'k', user, action },
        });
      }

      expect((await store.get(cluster))?.generation).toBe(4);
    });

    it('is seen again, as far as a command tells, when it was not', async () => {
      const { store, clock } = await open();
      const { id: cluster } = await store.create(newCluster());
      const unseen = { since: clock.now(), message: 'not allowed\0' };
      await store.saveUnseen(cluster, unseen);
      await store.saveUnseen(cluster, { ...unseen, message: 'still not' });
      expect(await store.get(cluster)).toMatchObject({
        unseen: { since: clock.now(), message: 'still not' },
        observed: { state: 'STARTING', reason: 'Accepted' },
      });

      const changed = await store.change(cluster, () => ({
        observed: { state: 'STOPPING', reason: 'Terminating', message: '' },
        activity: { action: 'terminate', user: USER, message: '' },
      }));

      expect(changed).toMatchObject({
        unseen: null,
        observed: { state: 'STOPPING' },
      });
    });
  },
);
