import { SimulatorFixture } from '../__testUtils__/SimulatorFixture';
import { podManifest } from '../__testUtils__/manifests';

const PODS = '/api/v1/namespaces/team/pods';
const SECOND = 1_000;

describe("a pod's log", () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
    const labels = { 'compute-clusters.backstage.io/component': 'driver' };
    await fixture.create(PODS, podManifest('a', { labels }));
  });

  afterEach(() => fixture.stop());

  const read = async (query = '') =>
    (await fixture.request('GET', `${PODS}/a/log?${query}`)).body;

  it('is refused until the container has started', async () => {
    fixture.clock.advance(500);
    const { status, body } = await fixture.json('GET', `${PODS}/a/log`);
    expect(status).toBe(400);
    expect(body.message).toBe(
      'container "main" in pod "a" is waiting to start: ContainerCreating',
    );
  });

  it('has what the driver wrote', async () => {
    fixture.clock.advance(10 * SECOND);
    const text = await read();
    expect(text).toContain('Running Spark version 4.3.0');
    expect(text).toContain('Spark Connect server started');
  });

  it('can be cut to its end, and carry times', async () => {
    fixture.clock.advance(10 * SECOND);
    const text = await read('tailLines=1&timestamps=true');
    expect(text).toMatch(/^\d{4}-\S+Z .*HiveThriftServer2 started\n$/);
    await expect(read('sinceSeconds=1')).resolves.toBe('');
  });

  it('is followed line by line until the pod is gone', async () => {
    fixture.clock.advance(2 * SECOND);
    const response = await fetch(
      `${fixture.simulator.url}${PODS}/a/log?follow=true&tailLines=0`,
      { headers: { Authorization: 'Bearer test-token' } },
    );
    fixture.clock.advance(10 * SECOND);
    await fixture.json('DELETE', `${PODS}/a`);
    fixture.clock.advance(2 * SECOND);
    const text = await response.text();
    expect(text).toContain('HiveThriftServer2 started');
    expect(text).toContain('SparkContext is stopping');
  });

  it('of a container that is not there is refused', async () => {
    fixture.clock.advance(10 * SECOND);
    const { body } = await fixture.json('GET', `${PODS}/a/log?container=x`);
    expect(body.message).toBe('container x is not valid for pod a');
  });
});
