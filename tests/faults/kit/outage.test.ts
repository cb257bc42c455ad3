import {
  CLUSTER_ID_ANNOTATION,
  type ComputeCluster,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { BatchV1Api, CoreV1Api } from '@kubernetes/client-node';
import { waitUntil } from '../../support/waitUntil';
import type { BackendProcess } from '../support/BackendProcess';
import { FaultWorld } from '../support/FaultWorld';
import { Team } from '../support/Team';
import { startPart, stopPart } from '../../support/kit';

const AWAY_MILLISECONDS =
  Number(process.env.FAULT_OUTAGE_SECONDS ?? 120) * 1_000;
/** A request that was sent to an API server without etcd is never answered: it is given up after 10 s, and repeated 4 to 8 s later. */
const RETURN_MILLISECONDS = {
  apiserver: 10_000,
  etcd: 20_000,
};
const CONTROLLERS = 120_000;
const NAMESPACE = `faults-${Date.now().toString(36)}`;
const PLACEMENT = {
  nodeSelector: { type: 'simulated' },
  tolerations: [
    { key: 'kwok.x-k8s.io/node', operator: 'Exists', effect: 'NoSchedule' },
  ],
};

jest.setTimeout(AWAY_MILLISECONDS + 420_000);

describe('on a real Kubernetes', () => {
  let world: FaultWorld;
  let backend: BackendProcess;
  let team: Team;

  beforeAll(async () => {
    world = await FaultWorld.on(process.env.KUBECONFIG ?? '', {
      namespaces: [
        { name: NAMESPACE, owner: 'group:default/data-engineering' },
      ],
      computeClusters: {
        nodeTypes: [
          {
            name: 'driver-small',
            cpu: 1000,
            memory: 2048,
            forDriver: true,
            ...PLACEMENT,
          },
          {
            name: 'executor-small',
            cpu: 1000,
            memory: 2048,
            forExecutor: true,
            ...PLACEMENT,
          },
        ],
      },
    });
    backend = world.load();
    team = await world.team(backend);
  });
  afterAll(async () => {
    await world?.stop();
    await world?.kubeConfig
      .makeApiClient(CoreV1Api)
      .deleteNamespace({ name: NAMESPACE });
  });

  const run = async (name: string) => {
    const { id } = await team.create(name, { namespace: NAMESPACE });
    return await team.shows(id, { state: 'ACTIVE' }, CONTROLLERS);
  };

  /** Whether it has a Job that is to stay. */
  const isAskedFor = async ({ id }: ComputeCluster) => {
    const { items } = await world.kubeConfig
      .makeApiClient(BatchV1Api)
      .listNamespacedJob({
        namespace: NAMESPACE,
        labelSelector: `${CLUSTER_ID_ANNOTATION}=${id}`,
      });
    return items.some(({ metadata }) => !metadata?.deletionTimestamp);
  };

  it.each(['apiserver', 'etcd'] as const)(
    'without its %s the portal answers, and converges soon after its return',
    async part => {
      const kept = await run(`kept-${part}`);
      const running = await run(`running-${part}`);
      const pods = await team.podsOf(kept);
      await stopPart(part);
      const since = performance.now();
      const created = await (async () => {
        try {
          await team.user.clusters.terminateCluster(running.id);
          const cluster = await team.create(`new-${part}`, {
            namespace: NAMESPACE,
          });
          await waitUntil(
            'the outage lasts',
            () => performance.now() - since > AWAY_MILLISECONDS,
            { timeoutMs: 2 * AWAY_MILLISECONDS },
          );
          const { status } = await team.user.clusters.getCluster(kept.id);
          expect(status.lastKnownState).toBe('ACTIVE');
          const silent = Date.now() - status.observedAt.getTime();
          // A watch that was heard just before is asked about 15 s later.
          expect(silent).toBeGreaterThan(AWAY_MILLISECONDS - 25_000);
          return cluster;
        } finally {
          await startPart(part);
        }
      })();

      const back = performance.now();
      // What Kubernetes' own controllers make of it takes them longer.
      await waitUntil(
        'the portal has asked for all that was wanted',
        async () => (await isAskedFor(created)) && !(await isAskedFor(running)),
        { timeoutMs: RETURN_MILLISECONDS[part] },
      );
      process.stdout.write(
        `${part}: converged ${Math.round(
          performance.now() - back,
        )} ms after its return\n`,
      );
      await team.shows(created.id, { state: 'ACTIVE' }, CONTROLLERS);
      await team.shows(running.id, { state: 'STOPPED' }, CONTROLLERS);
      // Its state is Kubernetes' own by now: simulated machines do not take back that they were lost.
      expect(await team.podsOf(kept)).toEqual(pods);
      expect(backend.isAlive).toBe(true);
    },
  );
});
