import { TestDatabases } from '@backstage/backend-test-utils';
import { Schedule } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { newCluster, observed, testSpec, testStores } from './__testUtils__';
import { ClusterChange } from './ClusterStore';
import { KnexAutomationStore } from './KnexAutomationStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const SCHEDULE: Schedule = {
  timeZone: 'UTC',
  windows: [{ days: ['mon'], start: '08:00', stop: null }],
};
const IDLE = testSpec({ autoTermination: { enabled: true, idleMinutes: 60 } });
const activity = {
  action: 'configure' as const,
  user: 'user:default/data-engineer',
  message: '',
};
const KNOWN = {
  activeAt: new Date('2026-01-01T12:30:00Z'),
  activityMark: '{"tasks":3}',
  stop: {
    at: new Date('2026-01-01T13:30:00Z'),
    reason: 'IdleTimeout' as const,
  },
  keptUntil: new Date('2026-01-01T14:00:00Z'),
};

describe.each(databases.eachSupportedId())(
  'KnexAutomationStore, %p',
  databaseId => {
    async function open() {
      const { knex, store, clock } = await testStores(databases, databaseId);
      const automation = KnexAutomationStore.create({ knex });
      const create = async (name: string, spec = IDLE) =>
        await store.create(newCluster({ name, spec }));
      const automationOf = async (id: string) =>
        (await store.get(id))?.automation;
      return { store, clock, automation, create, automationOf };
    }

    const run = { runSequence: 1, power: 'on' as const };

    it('keeps nothing of clusters without automatic starts and stops', async () => {
      const { automation, create } = await open();
      const plain = await create('plain', testSpec());
      const idle = await create('idle');
      const scheduled = await create(
        'scheduled',
        testSpec({ schedule: SCHEDULE }),
      );

      expect(plain.automation).toBeNull();
      const listed = await automation.list('demo');
      expect(listed.map(({ id }) => id).sort()).toEqual(
        [idle.id, scheduled.id].sort(),
      );
      expect(await automation.list('west')).toEqual([]);
    });

    it('begins with nothing to make up for', async () => {
      const { create, automationOf, clock } = await open();

      const { id, automation } = await create('etl');

      expect(automation).toEqual({
        activeAt: null,
        activityMark: null,
        stop: null,
        notifiedAt: null,
        keptUntil: null,
        edgesUntil: clock.now(),
      });
      expect(await automationOf(id)).toEqual(automation);
    });

    it('keeps what is found out about a run', async () => {
      const { automation, create, automationOf, clock } = await open();
      const { id } = await create('etl');

      expect(await automation.save(id, run, KNOWN)).toBe(true);
      expect(await automation.save(id, run, { keptUntil: null })).toBe(true);

      expect(await automationOf(id)).toEqual({
        ...KNOWN,
        notifiedAt: null,
        keptUntil: null,
        edgesUntil: clock.now(),
      });
    });

    it('knows of which stop the owners were told', async () => {
      const { automation, create, automationOf, clock } = await open();
      const { id } = await create('etl');
      await automation.save(id, run, KNOWN);
      const notifiedAt = async () => (await automationOf(id))?.notifiedAt;
      const other = { ...KNOWN.stop, at: new Date('2026-01-01T13:31:00Z') };

      await automation.noteNotified(id, other, clock.now());
      expect(await notifiedAt()).toBeNull();
      await automation.noteNotified(id, KNOWN.stop, clock.now());
      expect(await notifiedAt()).toEqual(clock.now());
      await automation.save(id, run, { stop: other });
      expect(await notifiedAt()).toBeNull();
    });

    it.each<[string, Omit<ClusterChange, 'activity'>]>([
      ['a stop', { power: 'off', endRun: 'Terminated' }],
      ['a restart', { endRun: 'Restarted', beginRun: true }],
      ['a deletion', { power: 'off', deletionRequested: true }],
    ])('forgets it with %s, and takes nothing late', async (_, change) => {
      const { store, automation, create, automationOf, clock } = await open();
      const { id } = await create('etl');
      await automation.save(id, run, KNOWN);

      await store.change(id, () => ({ ...change, activity }));

      const forgotten = {
        activeAt: null,
        activityMark: null,
        stop: null,
        notifiedAt: null,
        keptUntil: null,
        edgesUntil: clock.now(),
      };
      expect(await automationOf(id)).toEqual(forgotten);
      expect(await automation.save(id, run, KNOWN)).toBe(false);
      expect(await automationOf(id)).toEqual(forgotten);
    });

    it('begins anew with a new specification, and ends with one that asks for nothing', async () => {
      const { store, automation, create, automationOf, clock } = await open();
      const { id } = await create('etl');
      await automation.save(id, run, KNOWN);
      clock.advance(5_000);

      await store.change(id, () => ({
        spec: testSpec({ schedule: SCHEDULE }),
        activity,
      }));
      expect(await automationOf(id)).toMatchObject({
        activeAt: null,
        stop: null,
        edgesUntil: clock.now(),
      });

      await store.change(id, () => ({ spec: testSpec(), activity }));
      expect(await automationOf(id)).toBeNull();
      expect(await automation.list('demo')).toEqual([]);
    });

    it('tells another version after each command and each change of state', async () => {
      const { store, automation, create, clock } = await open();
      const { id } = await create('etl');
      const versionOf = async () => (await automation.list('demo'))[0].version;
      const versions = [await versionOf()];

      await store.saveObserved(id, run, observed({ state: 'ACTIVE' }));
      versions.push(await versionOf());
      clock.advance(1);
      await store.change(id, () => ({ automation: { stop: null }, activity }));
      versions.push(await versionOf());
      await automation.save(id, run, KNOWN);

      expect(new Set(versions).size).toBe(3);
      expect(await versionOf()).toBe(versions[2]);
    });
  },
);
