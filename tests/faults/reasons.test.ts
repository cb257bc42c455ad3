import { CoreV1Api, type V1Pod } from '@kubernetes/client-node';
import { waitUntil } from '../support/waitUntil';
import { FaultWorld } from './support/FaultWorld';
import { Team } from './support/Team';

jest.setTimeout(120_000);

const NAMESPACE = 'data-eng';
const SHOWN_MILLISECONDS = 5_000;
const KNOWN = { timeoutMs: 60_000, everyMs: 20 };

const simulate = (value: string) => ({
  environment: [{ name: 'SIMULATE', value }],
});
const containerOf = (pod: V1Pod) => pod.status?.containerStatuses?.[0]?.state;

describe('within 5 s of Kubernetes knowing it, the portal shows', () => {
  let world: FaultWorld;
  let team: Team;
  let core: CoreV1Api;

  beforeAll(async () => {
    world = await FaultWorld.create({
      namespaces: [
        { name: NAMESPACE, owner: 'group:default/data-engineering' },
        { name: 'absent', owner: 'group:default/data-engineering' },
        { name: 'forbidden', owner: 'group:default/data-engineering' },
      ],
      simulator: { namespaces: [NAMESPACE, 'forbidden'] },
    });
    core = world.kubeConfig.makeApiClient(CoreV1Api);
    team = await world.team(world.load());
  });
  afterAll(async () => {
    await world?.stop();
  });

  const driverOf = async (name: string) => {
    const { items } = await core.listNamespacedPod({ namespace: NAMESPACE });
    return items.find(({ metadata }) =>
      metadata?.name?.startsWith(`${name}-1-`),
    );
  };

  const podCases: {
    reason: string;
    spec: object;
    known: (pod: V1Pod) => boolean;
  }[] = [
    {
      // exit code 1 before it ever served
      reason: 'InvalidSpec',
      spec: simulate('crash'),
      known: pod => containerOf(pod)?.terminated !== undefined,
    },
    {
      reason: 'OutOfMemory',
      spec: simulate('oom'),
      known: pod => containerOf(pod)?.terminated?.reason === 'OOMKilled',
    },
    {
      reason: 'ImagePullFailed',
      spec: simulate('image-error'),
      known: pod => containerOf(pod)?.waiting?.reason === 'ErrImagePull',
    },
    {
      reason: 'Unschedulable',
      spec: { driver: { nodeType: 'driver-x-large' } },
      known: pod =>
        pod.status?.conditions?.some(
          ({ reason }) => reason === 'Unschedulable',
        ) ?? false,
    },
  ];
  /** Takes all nodes out of service, or puts them back. */
  const occupyNodes = async (unschedulable: boolean) => {
    const { items } = await core.listNode();
    for (const node of items) {
      await core.replaceNode({
        name: node.metadata?.name ?? '',
        body: { ...node, spec: { ...node.spec, unschedulable } },
      });
    }
  };

  it.each(podCases)('$reason', async ({ reason, spec, known }) => {
    const name = reason.toLowerCase();
    await occupyNodes(reason === 'Unschedulable');
    const { id } = await team.create(name, { spec });
    await waitUntil(
      'Kubernetes knows it',
      async () => {
        const pod = await driverOf(name);
        return pod && known(pod);
      },
      KNOWN,
    );
    await team.shows(id, { state: 'STARTING', reason }, SHOWN_MILLISECONDS);
    await occupyNodes(false);
  });

  it('Evicted', async () => {
    const cluster = await team.run('evicted');
    const [driver] = await team.objectsOf(cluster).drivers();
    const name = driver.metadata?.name ?? '';
    await world.kubeConfig
      .makeApiClient(CoreV1Api)
      .createNamespacedPodEviction({
        name,
        namespace: NAMESPACE,
        body: { metadata: { name, namespace: NAMESPACE } },
      });
    await waitUntil(
      'the portal shows that the driver is not ready',
      async () => {
        const { status } = await team.user.clusters.getCluster(cluster.id);
        return status.state === 'STARTING' && status.reason;
      },
      { timeoutMs: SHOWN_MILLISECONDS, everyMs: 5 },
    );
    await team.shows(cluster.id, { state: 'ACTIVE' }, 60_000);
  });

  it('NamespaceNotFound', async () => {
    const { id } = await team.create('nowhere', { namespace: 'absent' });
    await team.shows(
      id,
      { state: 'FAILED', reason: 'NamespaceNotFound' },
      SHOWN_MILLISECONDS,
    );
  });

  it('ForbiddenByKubernetes', async () => {
    const allow = world.simulator.forbid({
      verb: 'create',
      resource: 'jobs',
      namespace: 'forbidden',
    });
    const { id } = await team.create('refused', { namespace: 'forbidden' });
    await team.shows(
      id,
      { state: 'FAILED', reason: 'ForbiddenByKubernetes' },
      SHOWN_MILLISECONDS,
    );
    allow();
    await team.user.clusters.restartCluster(id);
    await team.shows(id, { state: 'ACTIVE' });
  });

  it('NodeLost, and that a stop has to wait for the machine', async () => {
    const cluster = await team.run('lost');
    const [driver] = await team.objectsOf(cluster).drivers();
    const node = driver.spec?.nodeName ?? '';
    world.simulator.loseNode(node);
    await waitUntil(
      'Kubernetes knows it',
      async () => {
        const pod = await driverOf('lost');
        return pod?.status?.conditions?.some(
          ({ type, status }) => type === 'Ready' && status !== 'True',
        );
      },
      { timeoutMs: 70_000, everyMs: 100 },
    );
    await team.shows(
      cluster.id,
      { state: 'STARTING', reason: 'NodeLost' },
      SHOWN_MILLISECONDS,
    );
    world.simulator.recoverNode(node);
    await team.shows(cluster.id, { state: 'ACTIVE' }, 60_000);
  });
});
