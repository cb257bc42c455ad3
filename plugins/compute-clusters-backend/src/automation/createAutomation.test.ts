import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { SystemClock } from '../clock';
import { testSpec } from '../database/__testUtils__';
import { LeasedWork } from '../leases';
import { NamespaceMappings } from '../ownership';
import { ReconcilerWorld } from '../reconciler/__testUtils__/ReconcilerWorld';
import { soon } from '../reconciler/__testUtils__/soon';
import { createAutomation } from './createAutomation';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('createAutomation', () => {
  let world: ReconcilerWorld;
  let work: LeasedWork;

  afterEach(async () => {
    await work.stop();
    await world.stop();
  });

  it('watches over the clusters of a Kubernetes cluster while the lease is held', async () => {
    world = await ReconcilerWorld.create(databases);
    const backend = world.startBackend();
    const { id } = await world.create(backend, {
      spec: testSpec({ autoTermination: { enabled: true, idleMinutes: 1 } }),
    });
    await world.shows(id, { state: 'ACTIVE' });
    const sent: string[] = [];
    work = createAutomation({
      services: {
        notifications: {
          send: async ({ payload }) => {
            sent.push(payload.title);
          },
        },
        auditor: mockServices.auditor.mock(),
        logger: mockServices.logger.mock(),
      },
      base: {
        knex: world.knex,
        clock: new SystemClock(),
        mappings: NamespaceMappings.create({
          mappings: [
            {
              kubernetesCluster: 'demo',
              name: 'data-eng',
              owner: 'group:default/data-engineering',
            },
          ],
          kubernetesClusters: ['demo'],
        }),
        store: world.store,
        publisher: backend.publisher,
      },
      connection: backend.connection,
      onDesiredChange: () => {},
    });

    work.start();

    await soon(async () =>
      expect((await world.store.get(id))?.automation).toMatchObject({
        activityMark: '0 tasks, operation 0',
        stop: { reason: 'IdleTimeout' },
      }),
    );
    await soon(() =>
      expect(sent).toEqual(['Compute cluster etl stops in 1 minute']),
    );
  });
});
