import { TestDatabases } from '@backstage/backend-test-utils';
import { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { recentStores, testStores } from './__testUtils__';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const nodeType: NodeType = {
  name: 'gpu',
  description: 'With a GPU',
  cpu: 4000,
  memory: 32_768,
  forDriver: false,
  forExecutor: true,
  spot: true,
  price: { onDemand: 42.5, spot: null, currency: 'USD' },
  nodeSelector: { pool: 'gpu' },
  tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoSchedule' }],
  accelerators: { 'nvidia.com/gpu': 1 },
};
const volume = {
  name: 'ssd',
  description: '',
  type: 'tmpfs',
  sizeGiB: 10,
} as const;

describe.each(
  databases
    .eachSupportedId()
    .flatMap(([databaseId]) => [
      ['KnexPlatformStore', databaseId, testStores] as const,
      ['RecentPlatformStore', databaseId, recentStores] as const,
    ]),
)('%s, %p', (_name, databaseId, stores) => {
  const open = async () => (await stores(databases, databaseId)).platform;

  it('gives back what it was seeded with', async () => {
    const platform = await open();

    await platform.seed({
      nodeTypes: [{ ...nodeType, locked: false }],
      volumes: [{ ...volume, locked: false }],
    });

    expect(await platform.listNodeTypes()).toEqual([nodeType]);
    expect(await platform.getNodeType('gpu')).toEqual(nodeType);
    expect(await platform.getNodeType('nope')).toBeUndefined();
    expect(await platform.listVolumes()).toEqual([volume]);
    expect(await platform.getVolume('ssd')).toEqual(volume);
    expect(await platform.getVolume('nope')).toBeUndefined();
  });

  it.each([
    ['keeps what is there', false, 'With a GPU'],
    ['makes a locked one as configured', true, 'Configured'],
  ])('%s when it is seeded again', async (_, locked, description) => {
    const platform = await open();
    await platform.seed({
      nodeTypes: [{ ...nodeType, locked: false }],
      volumes: [],
    });

    await platform.seed({
      nodeTypes: [{ ...nodeType, description: 'Configured', locked }],
      volumes: [],
    });

    expect(await platform.getNodeType('gpu')).toMatchObject({ description });
  });

  it('lists small node types first', async () => {
    const platform = await open();
    await platform.seed({
      nodeTypes: [
        { ...nodeType, locked: false },
        { ...nodeType, name: 'small', cpu: 1000, locked: false },
      ],
      volumes: [],
    });

    const names = (await platform.listNodeTypes()).map(({ name }) => name);

    expect(names).toEqual(['small', 'gpu']);
  });

  it('shows at once what it was seeded with after it was read', async () => {
    const platform = await open();
    expect(await platform.listNodeTypes()).toEqual([]);
    expect(await platform.listVolumes()).toEqual([]);

    await platform.seed({
      nodeTypes: [{ ...nodeType, locked: false }],
      volumes: [{ ...volume, locked: false }],
    });

    expect(await platform.getNodeType('gpu')).toEqual(nodeType);
    expect(await platform.getVolume('ssd')).toEqual(volume);
  });
});

describe('RecentPlatformStore', () => {
  it('asks the database once a second, however many ask', async () => {
    const { platform, knex, clock } = await recentStores(databases, 'SQLITE_3');
    let queries = 0;
    knex.on('query', () => {
      queries += 1;
    });

    await Promise.all([platform.listNodeTypes(), platform.getNodeType('gpu')]);
    clock.advance(999);
    await platform.listNodeTypes();
    expect(queries).toBe(1);

    clock.advance(1);
    await platform.listNodeTypes();
    expect(queries).toBe(2);
  });
});
