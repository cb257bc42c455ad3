import { TestDatabases } from '@backstage/backend-test-utils';
import { soon } from '../reconciler/__testUtils__/soon';
import { MeterWorld } from './__testUtils__/MeterWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('UsageMeter, %p', databaseId => {
  let world: MeterWorld;

  beforeEach(async () => {
    world = await MeterWorld.create(databases, databaseId);
  });

  afterEach(() => world.stop());

  /** Waits until this is billed. */
  const bills = (...expected: unknown[]) =>
    soon(async () => expect(await world.billed()).toEqual(expected));

  /** Waits until a backend has confirmed that everything runs at this moment. */
  const confirms = async () => {
    const now = world.time.now();
    await soon(async () =>
      expect(await world.usage.meteredAt('demo')).toEqual(now),
    );
  };

  it('bills a driver while it is ready and an executor while it runs', async () => {
    await world.start('one');
    await world.makePod('driver', 'driver');
    await world.makePod('executor', 'executor');
    world.advance(1);
    await bills('executor 1-');
    world.advance(4);
    await bills('driver 5-', 'executor 1-');
    world.advance(25);
    await world.deletePod('executor');
    world.advance(1);
    await bills('driver 5-', 'executor 1-31');
    world.advance(9);
    await world.deletePod('driver');
    world.advance(1);
    await bills('driver 5-41', 'executor 1-31');
    const [sum] = await world.usage.sum({
      windows: [{ from: new Date(0), to: world.time.now() }],
      now: world.time.now(),
    });
    expect(sum).toMatchObject({
      driverSeconds: 36,
      executorSeconds: 30,
      cost: (36 + 30) / 10,
    });
  });

  it('bills nothing that never ran', async () => {
    await world.start('one');
    await world.makePod('driver', 'driver');
    world.advance(2);
    await world.deletePod('driver');
    world.advance(2);
    await world.makePod('executor', 'executor', { simulate: 'image-error' });
    world.advance(20);
    await confirms();
    expect(await world.billed()).toEqual([]);
  });

  it('bills a driver that lost its machine until then, and again when it is back', async () => {
    await world.start('one');
    await world.makePod('driver', 'driver');
    world.advance(5);
    await bills('driver 5-');
    const node = await world.nodeOf('driver');
    world.kubernetes.simulator.loseNode(node);
    world.advance(60);
    await bills(expect.stringMatching(/^driver 5-\d+$/));
    const [lost] = await world.billed();
    world.kubernetes.simulator.recoverNode(node);
    world.advance(10);
    await bills(lost, expect.stringMatching(/^driver 6\d-$/));
  });

  it('bills on when the backend is started again', async () => {
    const first = await world.start('one');
    await world.makePod('executor', 'executor');
    world.advance(5);
    await bills('executor 1-');
    await first.meter.stop();
    await first.connection.close();
    world.advance(600);
    await world.start('two');
    await confirms();
    expect(await world.billed()).toEqual(['executor 1-']);
    await world.deletePod('executor');
    world.advance(1);
    await bills('executor 1-606');
  });

  it('bills to the second what happened while no backend was there', async () => {
    const first = await world.start('one');
    await world.makePod('a', 'executor', { simulate: 'crash' });
    world.advance(2);
    await bills('executor 1-');
    await world.kill(first);
    await world.makePod('driver', 'driver');
    await world.makePod('b', 'executor');
    await world.makePod('c', 'executor', { simulate: 'crash' });
    world.advance(60);
    await world.start('two');
    await bills('driver 7-', 'executor 1-11', 'executor 3-', 'executor 3-13');
  });

  it('bills a pod that vanished meanwhile until it was last seen', async () => {
    const first = await world.start('one');
    await world.makePod('executor', 'executor');
    world.advance(2);
    await bills('executor 1-');
    world.advance(60);
    await confirms();
    await world.kill(first);
    world.advance(100);
    await world.deletePod('executor', 0);
    world.advance(100);
    await world.start('two');
    await bills('executor 1-62');
    world.advance(60);
    await confirms();
    expect(await world.billed()).toEqual(['executor 1-62']);
  });

  it('bills each pod once when two backends see it', async () => {
    const first = await world.start('one');
    await world.makePod('executor', 'executor');
    world.advance(2);
    await bills('executor 1-');
    await world.start('two');
    await world.deletePod('executor');
    world.advance(1);
    await bills('executor 1-3');
    await first.meter.stop();
    expect(await world.billed()).toEqual(['executor 1-3']);
  });

  it('keeps the price of the moment when a pod began', async () => {
    await world.start('one');
    await world.makePod('a', 'executor');
    world.advance(2);
    await bills('executor 1-');
    await world.stores.knex('node_types').update({
      price: JSON.stringify({ onDemand: 720, spot: null, currency: 'EUR' }),
    });
    await world.makePod('b', 'executor');
    world.advance(2);
    await bills('executor 1-', 'executor 3-');
    const prices = world.stores
      .knex('usage_intervals')
      .orderBy('started_at')
      .pluck('price_per_hour');
    expect(await prices).toEqual([360, 720]);
  });

  it('bills on what it may not see any more', async () => {
    const first = await world.start('one');
    await world.makePod('executor', 'executor');
    world.advance(1);
    await bills('executor 1-');
    await world.kill(first);
    const { simulator } = world.kubernetes;
    simulator.forbid({ verb: 'watch', namespace: '' });
    simulator.forbid({ verb: 'watch', namespace: 'data-eng' });
    await world.start('two', {
      namespaces: ['ml'],
      formerNamespaces: ['data-eng'],
    });
    world.advance(60);
    await confirms();
    expect(await world.billed()).toEqual(['executor 1-']);
  });

  it('writes no interval while nothing changes', async () => {
    await world.start('one');
    await world.makePod('executor', 'executor');
    world.advance(2);
    await bills('executor 1-');
    await soon(async () =>
      expect(await world.usage.meteredAt('demo')).not.toBeNull(),
    );
    const writes: string[] = [];
    world.stores.knex.on('query', ({ sql }: { sql: string }) => {
      if (!sql.startsWith('select')) {
        writes.push(sql);
      }
    });
    world.advance(60);
    await confirms();
    world.advance(60);
    await confirms();
    expect(writes).toHaveLength(2);
    expect(writes.join()).not.toContain('usage_intervals');
  });
});
