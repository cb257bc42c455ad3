import { TestDatabases } from '@backstage/backend-test-utils';
import { recentStores, testStores } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(
  databases
    .eachSupportedId()
    .flatMap(([databaseId]) => [
      ['KnexKubernetesClusterStore', databaseId, testStores] as const,
      ['RecentKubernetesClusterStore', databaseId, recentStores] as const,
    ]),
)('%s, %p', (_name, databaseId, stores) => {
  async function open() {
    const { kubernetesClusters, clock } = await stores(databases, databaseId);
    const acquire = (holder: string) =>
      kubernetesClusters.acquireLease({
        name: 'demo',
        holder,
        now: clock.now(),
        duration: 12_000,
      });
    return { kubernetesClusters, clock, acquire };
  }

  it('gives the lease to one of many at once', async () => {
    const { acquire } = await open();

    const held = await Promise.all(['a', 'b', 'c'].map(acquire));

    expect(held.filter(Boolean)).toHaveLength(1);
  });

  it('lets the holder renew, and nobody else take it', async () => {
    const { acquire, clock } = await open();

    expect(await acquire('a')).toBe(true);
    clock.advance(11_000);
    expect(await acquire('b')).toBe(false);
    expect(await acquire('a')).toBe(true);
    clock.advance(11_000);
    expect(await acquire('b')).toBe(false);
  });

  it('gives the lease to another one once it has run out', async () => {
    const { acquire, clock } = await open();
    await acquire('a');
    clock.advance(12_000);

    expect(await acquire('b')).toBe(true);
    expect(await acquire('a')).toBe(false);
  });

  it('takes a lease back from its holder only', async () => {
    const { acquire, kubernetesClusters } = await open();
    await acquire('a');

    await kubernetesClusters.releaseLease('demo', 'b');
    expect(await acquire('b')).toBe(false);
    await kubernetesClusters.releaseLease('demo', 'a');
    expect(await acquire('b')).toBe(true);
  });

  it('remembers signs of life beside the lease', async () => {
    const { acquire, kubernetesClusters, clock } = await open();
    await kubernetesClusters.saveAnsweredAt('west', clock.now());
    await acquire('a');
    clock.advance(5);
    await kubernetesClusters.saveAnsweredAt('demo', clock.now());

    expect(await kubernetesClusters.list()).toMatchObject([
      { name: 'demo', leaseHolder: 'a', answeredAt: clock.now() },
      { name: 'west', leaseHolder: null, leaseExpiresAt: null },
    ]);

    await kubernetesClusters.releaseLease('demo', 'a');
    expect(await kubernetesClusters.list()).toMatchObject([
      { name: 'demo', leaseHolder: null },
      { name: 'west' },
    ]);
    await acquire('b');
    clock.advance(5);
    await kubernetesClusters.saveAnsweredAt('west', clock.now());
    expect(await kubernetesClusters.list()).toMatchObject([
      { name: 'demo', leaseHolder: 'b' },
      { name: 'west', answeredAt: clock.now() },
    ]);
  });
});
