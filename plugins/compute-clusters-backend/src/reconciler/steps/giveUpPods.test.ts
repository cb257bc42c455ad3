import { ManualClock } from '../../clock';
import { KubernetesHttp } from '../../kubernetes/KubernetesHttp';
import { ClientNodeGateway } from '../../kubernetes/ClientNodeGateway';
import { ScriptedApiServer } from '../../kubernetes/__testUtils__/ScriptedApiServer';
import { giveUpPods } from './giveUpPods';

const TRACKING = 'batch.kubernetes.io/job-tracking';
const POD = {
  metadata: { uid: 'u-1', resourceVersion: '7', finalizers: [TRACKING] },
};

describe('giveUpPods', () => {
  let server: ScriptedApiServer;
  let http: KubernetesHttp;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    http = KubernetesHttp.create({
      kubeConfig: server.kubeConfig(),
      clock: ManualClock.create(),
    });
  });

  afterEach(async () => {
    http.close();
    await server.stop();
  });

  /** Others write to the pod so many times just before we do. */
  const giveUp = async (conflicts: number) => {
    let left = conflicts;
    server.answer(({ method }, response) => {
      if (method === 'PATCH' && left > 0) {
        left -= 1;
        response.statusCode = 409;
        response.end(JSON.stringify({ kind: 'Status', reason: 'Conflict' }));
      } else {
        response.end(JSON.stringify(POD));
      }
    });
    await giveUpPods(ClientNodeGateway.create({ http }), 'data-eng', [
      { pod: 'etl', uid: 'u-1' },
    ]);
    return server.requests.map(({ method }) => method);
  };

  it('reads the pod again when Kubernetes has written to it meanwhile', async () => {
    await expect(giveUp(1)).resolves.toEqual([
      'GET',
      'PATCH',
      'GET',
      'PATCH',
      'DELETE',
    ]);
  });

  it('deletes nothing while the pod never holds still', async () => {
    await expect(giveUp(100)).rejects.toMatchObject({ code: 'Conflict' });
    expect(server.requests.map(({ method }) => method)).not.toContain('DELETE');
  });
});
