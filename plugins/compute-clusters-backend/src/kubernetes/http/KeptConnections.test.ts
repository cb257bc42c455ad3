import { ManualClock } from '../../clock';
import { ScriptedApiServer } from '../__testUtils__/ScriptedApiServer';
import { KubernetesHttp } from '../KubernetesHttp';

const PODS = { method: 'GET', path: '/api/v1/pods' } as const;

describe('KeptConnections', () => {
  let server: ScriptedApiServer;
  let clock: ManualClock;
  let http: KubernetesHttp;

  beforeEach(async () => {
    server = await ScriptedApiServer.start({ tls: true });
    clock = ManualClock.create();
    http = KubernetesHttp.create({ kubeConfig: server.kubeConfig(), clock });
  });

  afterEach(async () => {
    http.close();
    await server.stop();
  });

  it('are used again while something was heard lately', async () => {
    await http.request(PODS);
    clock.advance(5_000);
    await http.request(PODS);
    expect(server.connections).toBe(1);
  });

  it('are made anew after a silence: what an idle one leads to is unknown', async () => {
    await Promise.all([http.request(PODS), http.request(PODS)]);
    clock.advance(5_001);
    await http.request(PODS);
    expect(server.connections).toBe(3);
  });

  it('are left alone while an answer is only slow', async () => {
    server.answer((request, response) => {
      if (request.url.pathname !== '/slow') {
        response.end('{}');
      }
    });
    const slow = http.request({ method: 'GET', path: '/slow' });
    await http.request(PODS);
    clock.advance(5_000);
    await http.request(PODS);
    clock.advance(5_000);
    await expect(slow).rejects.toMatchObject({ code: 'Unreachable' });
    await http.request(PODS);
    expect(server.connections).toBe(2);
  });

  it('are made anew for another certificate', async () => {
    const kubeConfig = server.kubeConfig();
    const own = KubernetesHttp.create({ kubeConfig, clock });
    await own.request(PODS);
    const [cluster] = kubeConfig.clusters;
    kubeConfig.clusters = [{ ...cluster, skipTLSVerify: true }];
    // Credentials are read every ten seconds; never silent for five meanwhile.
    for (let i = 0; i < 3; i++) {
      clock.advance(4_000);
      await own.request(PODS);
    }
    expect(server.connections).toBe(2);
    own.close();
  });
});
