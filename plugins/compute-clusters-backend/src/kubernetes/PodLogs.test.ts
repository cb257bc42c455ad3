import { ManualClock } from '../clock';
import { KubernetesHttp } from './KubernetesHttp';
import { PodLogRequest, PodLogs } from './PodLogs';
import { eventually } from './__testUtils__/eventually';
import { ScriptedApiServer } from './__testUtils__/ScriptedApiServer';

const POD = { namespace: 'data-eng', pod: 'etl', container: 'driver' };

describe('PodLogs', () => {
  let server: ScriptedApiServer;
  let http: KubernetesHttp;
  let clock: ManualClock;
  let logs: PodLogs;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    clock = ManualClock.create();
    http = KubernetesHttp.create({ kubeConfig: server.kubeConfig(), clock });
    logs = PodLogs.create({ http });
  });

  afterEach(async () => {
    http.close();
    await server.stop();
  });

  it.each<[string, Partial<PodLogRequest>, object]>([
    ['everything', {}, {}],
    [
      'lines from a time on',
      { since: new Date('2026-01-01T12:00:00Z') },
      { sinceTime: '2026-01-01T12:00:00.000Z' },
    ],
    ['no line yet', { tail: 0 }, { tailLines: '0' }],
    ['what is to come', { follow: true }, { follow: 'true' }],
    ['what was before', { previous: true }, { previous: 'true' }],
    ['times', { timestamps: true }, { timestamps: 'true' }],
    ['nothing more', { follow: false, previous: false }, {}],
  ])('asks for %s', async (_, request, expected) => {
    await logs.open({ ...POD, ...request }, new AbortController());

    const [{ url }] = server.requests;
    expect(url.pathname).toBe('/api/v1/namespaces/data-eng/pods/etl/log');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      container: 'driver',
      ...expected,
    });
  });

  it.each<[string, Partial<PodLogRequest>]>([
    ['read', {}],
    ['followed with the lines before', { follow: true, tail: 10 }],
  ])('gives up a log that is %s and does not begin', async (_, request) => {
    server.answer(() => {});
    const opening = logs.open({ ...POD, ...request }, new AbortController());
    await eventually(() => server.requests.length === 1);
    clock.advance(10_000);

    await expect(opening).rejects.toMatchObject({ code: 'Unreachable' });
  });

  it.each<[string, Partial<PodLogRequest>]>([
    ['without lines before', { follow: true, tail: 0 }],
    ['from a time on', { follow: true, since: new Date() }],
  ])(
    'waits for the first line of a log that is followed %s',
    async (_, request) => {
      let answer = (_text: string) => {};
      server.answer((_request, response) => {
        answer = text => response.end(text);
      });
      const opening = logs.open({ ...POD, ...request }, new AbortController());
      await eventually(() => server.requests.length === 1);
      clock.advance(3_600_000);
      answer('late\n');

      for await (const chunk of await opening) {
        expect(chunk.toString()).toBe('late\n');
      }
    },
  );

  it('lets 200 logs be open beside each other', async () => {
    server.answer((_, response) => response.write('a\n'));
    const controllers = Array.from(
      { length: 200 },
      () => new AbortController(),
    );

    await Promise.all(
      controllers.map(controller =>
        logs.open({ ...POD, follow: true }, controller),
      ),
    );

    expect(server.requests).toHaveLength(200);
    controllers.forEach(controller => controller.abort());
  });
});
