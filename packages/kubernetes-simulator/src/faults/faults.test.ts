import { KubernetesSimulator } from '../KubernetesSimulator';
import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';
import { WatchRecorder } from '../__testUtils__/WatchRecorder';

const PATH = '/api/v1/namespaces/team/secrets';

describe('faults', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterEach(() => fixture.stop());

  it('goes away and comes back on the same port with the same objects', async () => {
    await fixture.json('POST', PATH, { body: { metadata: { name: 'a' } } });
    const watch = await WatchRecorder.open(fixture.watch, PATH);
    await fixture.simulator.goAway();
    await watch.until(({ ended }) => ended);
    await expect(fixture.request('GET', PATH)).rejects.toThrow();
    await fixture.simulator.comeBack();
    const { status } = await fixture.request('GET', `${PATH}/a`);
    expect(status).toBe(200);
  });

  it('hangs: takes requests and answers none', async () => {
    await fixture.simulator.goAway({ hang: true });
    const signal = AbortSignal.timeout(50);
    const url = `${fixture.simulator.url}/readyz`;
    await expect(fetch(url, { signal })).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    await fixture.simulator.comeBack();
    await expect(fixture.request('GET', '/readyz')).resolves.toMatchObject({
      status: 200,
    });
  });

  it('answers late', async () => {
    const simulator = await KubernetesSimulator.start();
    simulator.slowAnswers(100);
    const begin = performance.now();
    await fetch(`${simulator.url}/readyz`);
    // Timers may fire a little early.
    expect(performance.now() - begin).toBeGreaterThan(95);
    await simulator.stop();
  });

  it('freezes open watches without closing them, while new ones work', async () => {
    const frozen = await WatchRecorder.open(fixture.watch, PATH);
    fixture.simulator.freezeWatches();
    const fresh = await WatchRecorder.open(fixture.watch, PATH);
    await fixture.json('POST', PATH, { body: { metadata: { name: 'a' } } });
    await fresh.until(({ lines }) => lines.length === 1);
    expect(frozen.lines).toEqual([]);
    expect(frozen.ended).toBe(false);
    frozen.close();
    fresh.close();
  });

  it('freezes new watches too, until they are thawed', async () => {
    await fixture.json('POST', PATH, { body: { metadata: { name: 'a' } } });
    fixture.simulator.freezeWatches({ newOnesToo: true });
    const frozen = await WatchRecorder.open(fixture.watch, PATH);
    fixture.simulator.thawWatches();
    const fresh = await WatchRecorder.open(fixture.watch, PATH);
    await fresh.until(({ lines }) => lines.length === 1);
    expect(frozen.lines).toEqual([]);
    frozen.close();
    fresh.close();
  });

  it('forbids a verb on a resource in a namespace, in the words of Kubernetes', async () => {
    const allow = fixture.simulator.forbid({
      verb: 'list',
      resource: 'secrets',
      namespace: 'team',
    });
    const refused = await fixture.json('GET', PATH);
    expect(refused).toMatchObject({
      status: 403,
      body: {
        reason: 'Forbidden',
        message:
          'secrets is forbidden: User "kubernetes-simulator" cannot list resource "secrets" in API group "" in the namespace "team"',
        details: { kind: 'secrets' },
      },
    });
    const elsewhere = '/api/v1/namespaces/default/secrets';
    expect((await fixture.request('GET', elsewhere)).status).toBe(200);
    allow();
    expect((await fixture.request('GET', PATH)).status).toBe(200);
  });

  it('tells what it forbids to who asks first', async () => {
    fixture.simulator.forbid({ verb: 'create', resource: 'pods' });
    const path = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
    const review = (verb: string) =>
      fixture.json('POST', path, {
        body: { spec: { resourceAttributes: { verb, resource: 'pods' } } },
      });
    expect((await review('create')).body.status.allowed).toBe(false);
    expect((await review('list')).body.status.allowed).toBe(true);
  });
});
