import { TestDatabases } from '@backstage/backend-test-utils';
import { NodeType } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { testStores } from './__testUtils__';

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

describe.each(databases.eachSupportedId())(
  'KnexPlatformStore, %p',
  databaseId => {
    const open = async () => (await testStores(databases, databaseId)).platform;

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
  },
);
