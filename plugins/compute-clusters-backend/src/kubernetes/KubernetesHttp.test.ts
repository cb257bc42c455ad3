import { ManualClock } from '../clock';
import { KubernetesHttp } from './KubernetesHttp';
import { RequestOutcome } from './RequestListener';
import { eventually } from './__testUtils__/eventually';
import { ScriptedApiServer } from './__testUtils__/ScriptedApiServer';

const PODS = { method: 'GET', path: '/api/v1/pods' } as const;

describe.each([
  ['http', false],
  ['https that does not offer HTTP/2', true],
])('KubernetesHttp over %s', (_, tls) => {
  let server: ScriptedApiServer;
  let http: KubernetesHttp;
  let clock: ManualClock;
  let outcomes: RequestOutcome[];

  beforeEach(async () => {
    server = await ScriptedApiServer.start({ tls });
    clock = ManualClock.create();
    outcomes = [];
    http = KubernetesHttp.create({
      kubeConfig: server.kubeConfig(),
      clock,
      onRequest: outcome => outcomes.push(outcome),
    });
  });

  afterEach(async () => {
    http.close();
    await server.stop();
  });

  it('makes 50 requests over one kept connection', async () => {
    for (let i = 0; i < 50; i++) {
      await http.request(PODS);
    }
    expect(server.requests).toHaveLength(50);
    expect(server.connections).toBe(1);
  });

  it('makes 500 requests at once over at most 64 connections', async () => {
    await Promise.all(Array.from({ length: 500 }, () => http.request(PODS)));
    expect(server.requests).toHaveLength(500);
    expect(server.connections).toBeLessThanOrEqual(64);
  });

  it('sends the credentials of the kubeconfig', async () => {
    await http.request(PODS);
    expect(server.requests[0].headers.authorization).toBe(
      'Bearer bearer-of-tests',
    );
  });

  it('tells a refusal by its code, with Kubernetes’ own words', async () => {
    server.answer((_request, response) =>
      response.writeHead(403).end(
        JSON.stringify({
          kind: 'Status',
          reason: 'Forbidden',
          message: 'pods is forbidden',
        }),
      ),
    );
    await expect(http.request(PODS)).rejects.toMatchObject({
      name: 'KubernetesError',
      code: 'Forbidden',
      status: 403,
      message: 'pods is forbidden',
    });
  });

  it('tells of each request once, by verb and status', async () => {
    await http.request(PODS);
    await http.stream(
      { ...PODS, query: { watch: 'true' } },
      new AbortController(),
    );
    server.answer((_request, response) => response.writeHead(409).end());
    const body = { contentType: 'application/json', text: '{}' };
    await expect(
      http.request({ ...PODS, method: 'POST', body }),
    ).rejects.toMatchObject({ status: 409 });
    server.answer((_request, response) => response.destroy());
    await expect(
      http.request({ ...PODS, method: 'DELETE' }),
    ).rejects.toMatchObject({ code: 'Unreachable' });

    expect(outcomes).toEqual([
      { verb: 'GET', status: 200 },
      { verb: 'WATCH', status: 200 },
      { verb: 'POST', status: 409 },
      { verb: 'DELETE', status: undefined },
    ]);
  });

  it('gives up after ten seconds without an answer', async () => {
    server.answer(() => {});
    const answer = http.request(PODS);
    await eventually(() => server.requests.length === 1);
    clock.advance(10_000);
    await expect(answer).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringContaining('no answer in 10 s'),
    });
  });

  it('gives up after ten seconds in the middle of an answer', async () => {
    server.answer((_request, response) => response.write('{"kind":'));
    const answer = http.request(PODS);
    await eventually(() => server.requests.length === 1);
    clock.advance(10_000);
    await expect(answer).rejects.toMatchObject({ code: 'Unreachable' });
  });

  it('sends again when the server had closed the kept connection', async () => {
    await http.request(PODS);
    server.answer((_request, response) => {
      server.answer((_again, second) => second.end('{"again":true}'));
      response.destroy();
    });
    await expect(http.request(PODS)).resolves.toBe('{"again":true}');
  });

  it('does not send again when a new connection breaks', async () => {
    server.answer((_request, response) => response.destroy());
    await expect(http.request(PODS)).rejects.toMatchObject({
      code: 'Unreachable',
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('KubernetesHttp without a server', () => {
  it('says that Kubernetes does not answer', async () => {
    const server = await ScriptedApiServer.start();
    const kubeConfig = server.kubeConfig();
    await server.stop();
    const http = KubernetesHttp.create({
      kubeConfig,
      clock: ManualClock.create(),
    });
    await expect(http.request(PODS)).rejects.toMatchObject({
      code: 'Unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
