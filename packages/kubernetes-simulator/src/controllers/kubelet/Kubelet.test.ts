import { SimulatorFixture } from '../../__testUtils__/SimulatorFixture';
import { podManifest } from '../../__testUtils__/manifests';

const PODS = '/api/v1/namespaces/team/pods';
const SECOND = 1_000;

describe('a pod', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterEach(() => fixture.stop());

  const stateOf = async (name: string) => {
    const { status } = await fixture.pod(name);
    const condition = status?.conditions?.find(({ type }) => type === 'Ready');
    return {
      phase: status?.phase,
      ready: condition?.status,
      state: status?.containerStatuses?.[0]?.state,
    };
  };

  it('goes from Pending over ContainerCreating to Running and Ready', async () => {
    await fixture.create(PODS, podManifest('a'));
    await expect(stateOf('a')).resolves.toMatchObject({ phase: 'Pending' });
    fixture.clock.advance(20);
    await expect(stateOf('a')).resolves.toMatchObject({
      phase: 'Pending',
      state: { waiting: { reason: 'ContainerCreating' } },
    });
    fixture.clock.advance(SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({
      phase: 'Running',
      ready: 'True',
    });
    const { spec, status } = await fixture.pod('a');
    expect(spec?.nodeName).toMatch(/^simulated-/);
    expect(status?.podIP).toMatch(/^10\.244\./);
    await expect(fixture.events('a')).resolves.toEqual([
      expect.stringMatching(/^Scheduled: /),
      expect.stringMatching(/^Pulled: /),
      'Created: Container created: main',
      'Started: Container started: main',
    ]);
  });

  it('with a probe is ready only some seconds later', async () => {
    const readinessProbe = { tcpSocket: { port: 10000 } };
    await fixture.create(
      PODS,
      podManifest('a', { container: { readinessProbe } }),
    );
    fixture.clock.advance(2 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({
      phase: 'Running',
      ready: 'False',
    });
    fixture.clock.advance(4 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({ ready: 'True' });
  });

  it.each([
    ['crash', { exitCode: 1, reason: 'Error' }],
    ['oom', { exitCode: 137, reason: 'OOMKilled' }],
  ])('annotated with %s fails that way', async (simulate, terminated) => {
    await fixture.create(PODS, podManifest('a', { annotations: { simulate } }));
    fixture.clock.advance(3 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({
      phase: 'Failed',
      ready: 'False',
      state: { terminated },
    });
  });

  it('annotated with image-error waits for its image', async () => {
    const annotations = { simulate: 'image-error' };
    await fixture.create(PODS, podManifest('a', { annotations }));
    fixture.clock.advance(10 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({
      phase: 'Pending',
      state: { waiting: { reason: 'ImagePullBackOff' } },
    });
  });

  it('annotated with stuck stays as it is', async () => {
    const annotations = { simulate: 'stuck' };
    await fixture.create(PODS, podManifest('a', { annotations }));
    fixture.clock.advance(600 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({ phase: 'Pending' });
  });

  it('fails by a variable, too, which people can set in the form', async () => {
    const env = [{ name: 'SIMULATE', value: 'oom' }];
    await fixture.create(PODS, podManifest('a', { container: { env } }));
    fixture.clock.advance(3 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({ phase: 'Failed' });
  });

  it('waits for a Secret that a variable needs, and starts once it is there', async () => {
    const secretKeyRef = { name: 'later', key: 'token' };
    const env = [{ name: 'TOKEN', valueFrom: { secretKeyRef } }];
    await fixture.create(PODS, podManifest('a', { container: { env } }));
    fixture.clock.advance(2 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({
      state: {
        waiting: {
          reason: 'CreateContainerConfigError',
          message: 'secret "later" not found',
        },
      },
    });
    await fixture.create('/api/v1/namespaces/team/secrets', {
      metadata: { name: 'later' },
      stringData: { token: 'x' },
    });
    fixture.clock.advance(2 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({ phase: 'Running' });
  });

  it('waits for a ConfigMap that a volume needs: only events tell', async () => {
    const volumes = [{ name: 'conf', configMap: { name: 'later' } }];
    await fixture.create(PODS, podManifest('a', { spec: { volumes } }));
    fixture.clock.advance(5 * SECOND);
    await expect(stateOf('a')).resolves.toMatchObject({
      state: { waiting: { reason: 'ContainerCreating' } },
    });
    await expect(fixture.events('a')).resolves.toContain(
      'FailedMount: MountVolume.SetUp failed for volume "conf" : configmap "later" not found',
    );
  });

  it('that is larger than any node says why it waits, until one is larger', async () => {
    const resources = { requests: { cpu: '65' } };
    await fixture.create(PODS, podManifest('a', { container: { resources } }));
    fixture.clock.advance(SECOND);
    const { status } = await fixture.pod('a');
    expect(status?.conditions).toContainEqual(
      expect.objectContaining({
        type: 'PodScheduled',
        status: 'False',
        reason: 'Unschedulable',
        message: expect.stringMatching(
          /^0\/3 nodes are available: 3 Insufficient cpu\./,
        ),
      }),
    );
    const capacity = { cpu: '128', memory: '1Ti', pods: '10' };
    const conditions = [{ type: 'Ready', status: 'True' }];
    await fixture.create('/api/v1/nodes', {
      metadata: { name: 'large' },
      spec: {},
      status: { capacity, allocatable: capacity, conditions },
    });
    fixture.clock.advance(2 * SECOND);
    expect((await fixture.pod('a')).spec?.nodeName).toBe('large');
  });

  it.each([
    [
      'a selector that no node has',
      { nodeSelector: { zone: 'x' } },
      "3 node(s) didn't match Pod's node affinity/selector",
    ],
  ])('with %s stays Pending', async (_name, spec, reason) => {
    await fixture.create(PODS, podManifest('a', { spec }));
    fixture.clock.advance(SECOND);
    await expect(fixture.events('a')).resolves.toEqual([
      expect.stringContaining(reason),
    ]);
  });

  it('ends with 143 within its grace period when it is deleted', async () => {
    await fixture.create(PODS, podManifest('a'));
    fixture.clock.advance(2 * SECOND);
    const deleted = await fixture.json('DELETE', `${PODS}/a`);
    expect(deleted.body.metadata).toMatchObject({
      deletionGracePeriodSeconds: 30,
      deletionTimestamp: expect.any(String),
    });
    await expect(stateOf('a')).resolves.toMatchObject({ phase: 'Running' });
    fixture.clock.advance(2 * SECOND);
    await expect(fixture.pods()).resolves.toEqual([]);
  });

  it('is gone at once when it has no node yet', async () => {
    await fixture.create(PODS, podManifest('a'));
    await fixture.json('DELETE', `${PODS}/a`);
    await expect(fixture.pods()).resolves.toEqual([]);
  });
});

describe('a lost node', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start({ nodes: [{ name: 'only' }] });
    await fixture.create(PODS, podManifest('a'));
    fixture.clock.advance(2 * SECOND);
    fixture.simulator.loseNode('only');
  });

  afterEach(() => fixture.stop());

  it('is noticed after 46 s, and its pods hang in deletion after five minutes', async () => {
    fixture.clock.advance(50 * SECOND);
    const silent = await fixture.pod('a');
    expect(silent.status?.phase).toBe('Running');
    const ready = silent.status?.conditions?.find(
      ({ type }) => type === 'Ready',
    );
    // The node controller changes the status alone.
    expect(ready).toEqual({
      type: 'Ready',
      status: 'False',
      lastTransitionTime: expect.anything(),
    });
    await expect(fixture.events('a')).resolves.toContain(
      'NodeNotReady: Node is not ready',
    );
    fixture.clock.advance(600 * SECOND);
    const hanging = await fixture.pod('a');
    expect(hanging.metadata?.deletionTimestamp).toBeDefined();
  });

  it('lets its pods go when it is back', async () => {
    fixture.clock.advance(400 * SECOND);
    fixture.simulator.recoverNode('only');
    fixture.clock.advance(3 * SECOND);
    await expect(fixture.pods()).resolves.toEqual([]);
  });
});
