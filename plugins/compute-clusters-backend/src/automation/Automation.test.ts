import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { KnexAutomationStore, KnexClusterStore } from '../database';
import {
  newCluster,
  observed,
  testSpec,
  testStores,
} from '../database/__testUtils__';
import { RecordingPublisher } from '../reconciler/__testUtils__/RecordingPublisher';
import { soon } from '../reconciler/__testUtils__/soon';
import { AuditTrail } from '../service/AuditTrail';
import { RecordingNotifier } from './__testUtils__';
import { Automation } from './Automation';
import { ClusterAutomation } from './ClusterAutomation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const MINUTE = 60_000;

describe('Automation', () => {
  let store: KnexClusterStore;
  let clock: ManualClock;
  let automation: Automation;
  let asked: string[];
  let sync: () => void;

  beforeEach(async () => {
    const stores = await testStores(databases, 'SQLITE_3');
    ({ store, clock } = stores);
    asked = [];
    const synced = new Promise<void>(resolve => {
      sync = resolve;
    });
    const logger = mockServices.logger.mock();
    const kept = KnexAutomationStore.create(stores);
    automation = Automation.create({
      name: 'demo',
      watcher: { start: () => synced },
      automation: kept,
      clusters: ClusterAutomation.create({
        store,
        automation: kept,
        activity: {
          read: async ({ pod }) => {
            asked.push(pod);
            return { doing: undefined, mark: '' };
          },
        },
        answers: () => true,
        publisher: new RecordingPublisher(),
        notifier: new RecordingNotifier(),
        trail: AuditTrail.create({ auditor: mockServices.auditor.mock() }),
        onDesiredChange: () => {},
        clock,
        logger,
        random: () => 0.5,
      }),
      clock,
      logger,
    });
  });

  afterEach(() => automation.stop());

  async function active(name: string, idleMinutes?: number) {
    const { id } = await store.create(
      newCluster({
        name,
        spec: testSpec({
          autoTermination: {
            enabled: idleMinutes !== undefined,
            idleMinutes: idleMinutes ?? 60,
          },
        }),
      }),
    );
    await store.saveObserved(
      id,
      { runSequence: 1, power: 'on' },
      observed({
        since: clock.now(),
        driver: { pod: name, ready: true, attempts: 1 },
      }),
    );
    return id;
  }

  const rests = () => soon(() => expect(automation.isResting).toBe(true));

  /** Lets time pass in small steps, each when the looks of the last one are done. */
  async function advance(milliseconds: number, step = 5_000): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += step) {
      await rests();
      clock.advance(step);
    }
    await rests();
  }

  it('asks drivers at a tenth of their idle time, and others never', async () => {
    await active('plain');
    await active('soon', 5);
    await active('later', 30);
    await active('week', 10_080);
    sync();
    automation.start();
    await soon(() => expect(asked).not.toEqual([]));
    await advance(5_000);
    expect([...asked].sort()).toEqual(['later', 'soon', 'week']);

    await advance(4 * MINUTE);

    const times = (name: string) =>
      asked.filter(pod => pod === name).length - 1;
    expect([times('soon'), times('later'), times('week')]).toEqual([8, 1, 0]);
    expect(times('plain')).toBe(-1);
  });

  it('waits for the watch, so that its silence does not look like activity', async () => {
    const id = await active('etl', 5);
    clock.advance(10 * MINUTE);
    automation.start();
    await advance(MINUTE);
    expect(asked).toEqual([]);

    sync();

    await soon(async () =>
      expect((await store.get(id))?.automation?.stop).toMatchObject({
        reason: 'IdleTimeout',
      }),
    );
  });

  it('notices soon what changed in the store, and forgets what is gone', async () => {
    const id = await active('old', 60);
    sync();
    automation.start();
    await soon(() => expect(asked).toEqual(['old']));
    await store.remove(id);
    await active('new', 60);

    await advance(10_000);
    expect(asked).toContain('new');
    await advance(10 * MINUTE, MINUTE);

    expect(asked.filter(pod => pod === 'old')).toEqual(['old']);
  });

  it('asks nobody while it is stopped, and begins again', async () => {
    await active('etl', 5);
    sync();
    automation.start();
    await soon(() => expect(asked).toHaveLength(1));
    await automation.stop();
    clock.advance(10 * MINUTE);
    expect(asked).toHaveLength(1);

    automation.start();

    await soon(() => expect(asked).toHaveLength(2));
  });
});
