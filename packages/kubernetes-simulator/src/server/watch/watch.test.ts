import { SimulatorFixture } from '../../__testUtils__/SimulatorFixture';
import { WatchRecorder } from '../../__testUtils__/WatchRecorder';

const PATH = '/api/v1/namespaces/team/secrets';

describe('watches', () => {
  let fixture: SimulatorFixture;

  beforeEach(async () => {
    fixture = await SimulatorFixture.start();
  });

  afterEach(() => fixture.stop());

  const create = (name: string, labels: Record<string, string> = {}) =>
    fixture.json('POST', PATH, { body: { metadata: { name, labels } } });
  const relabel = (name: string, labels: Record<string, string | null>) =>
    fixture.json('PATCH', `${PATH}/${name}`, {
      body: { metadata: { labels } },
      contentType: 'application/merge-patch+json',
    });
  const open = (query: Record<string, string | number | boolean> = {}) =>
    WatchRecorder.open(fixture.watch, PATH, query);

  it('tell what is there, and every change after it', async () => {
    await create('a');
    const watch = await open();
    await watch.until(({ lines }) => lines.length === 1);
    await create('b');
    await relabel('b', { x: '1' });
    await fixture.json('DELETE', `${PATH}/a`);
    await watch.until(({ lines }) => lines.length === 4);
    expect(watch.summary).toEqual([
      'ADDED a',
      'ADDED b',
      'MODIFIED b',
      'DELETED a',
    ]);
    watch.close();
  });

  it('go on from a resource version without a gap', async () => {
    const { body } = await create('a');
    await create('b');
    await fixture.json('DELETE', `${PATH}/b`);
    const watch = await open({
      resourceVersion: body.metadata.resourceVersion,
    });
    await watch.until(({ lines }) => lines.length === 2);
    expect(watch.summary).toEqual(['ADDED b', 'DELETED b']);
    watch.close();
  });

  it('end the initial events with a marked bookmark', async () => {
    await create('a');
    const watch = await open({
      sendInitialEvents: true,
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: true,
    });
    await watch.until(({ lines }) => lines.length === 2);
    expect(watch.lines[1]).toMatchObject({
      type: 'BOOKMARK',
      object: {
        metadata: {
          resourceVersion: expect.stringMatching(/^\d+$/),
          annotations: { 'k8s.io/initial-events-end': 'true' },
        },
      },
    });
    watch.close();
  });

  it('see objects come into and leave a selector', async () => {
    await create('a');
    const watch = await open({ labelSelector: 'x=1' });
    await relabel('a', { x: '1' });
    await relabel('a', { y: '1' });
    await relabel('a', { x: null });
    await create('b');
    await watch.until(({ lines }) => lines.length === 3);
    expect(watch.summary).toEqual(['ADDED a', 'MODIFIED a', 'DELETED a']);
    watch.close();
  });

  it('send bookmarks every minute', async () => {
    const watch = await open({
      allowWatchBookmarks: true,
      resourceVersion: '',
    });
    await watch.until(() => fixture.simulator.openWatches === 1);
    fixture.clock.advance(120_000);
    await watch.until(
      ({ lines }) =>
        lines.filter(({ type }) => type === 'BOOKMARK').length === 2,
    );
    expect(watch.summary).toContain('BOOKMARK');
    watch.close();
  });

  it('end when their time is up', async () => {
    const watch = await open({ timeoutSeconds: 30 });
    fixture.clock.advance(30_000);
    await watch.until(({ ended }) => ended);
    expect(watch.lines).toEqual([]);
  });

  it('get 410 when what they ask for is forgotten', async () => {
    const { body } = await create('a');
    fixture.simulator.compact();
    const watch = await open({
      resourceVersion: body.metadata.resourceVersion,
    });
    await watch.until(({ ended }) => ended);
    expect(watch.lines).toEqual([
      expect.objectContaining({
        type: 'ERROR',
        object: expect.objectContaining({
          code: 410,
          reason: 'Expired',
          message: expect.stringMatching(/^too old resource version: /),
        }),
      }),
    ]);
  });

  it('refuse initial events without the match that Kubernetes wants', async () => {
    const { status, body } = await fixture.json(
      'GET',
      `${PATH}?watch=1&sendInitialEvents=true`,
    );
    expect(status).toBe(422);
    expect(body.message).toContain('resourceVersionMatch: Forbidden');
  });
});
