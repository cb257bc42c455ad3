import { SimulatedPortal } from '../__testUtils__/SimulatedPortal';
import { soon } from '../reconciler/__testUtils__/soon';
import { CoreV1Api } from '@kubernetes/client-node';

jest.setTimeout(60_000);

describe('events of Kubernetes', () => {
  let portal: SimulatedPortal;

  beforeEach(async () => {
    portal = await SimulatedPortal.start();
  });

  afterEach(() => portal.stop());

  const reasonsOf = async (id: string, query = '') => {
    const { body } = await portal
      .call('get', `/clusters/${id}/events${query}`)
      .expect(200);
    return body.items.map(
      ({ object, reason }: { object: string; reason: string }) =>
        `${object.split('/')[0]} ${reason}`,
    );
  };

  it('are there through the API, also once Kubernetes has forgotten them and the portal was restarted', async () => {
    const { id } = (await portal.create().expect(201)).body;
    await soon(async () => {
      expect(await reasonsOf(id)).toEqual(
        expect.arrayContaining([
          'Job SuccessfulCreate',
          'Pod Scheduled',
          'Pod Started',
        ]),
      );
    });
    const api = portal.kubernetes.kubeConfig.makeApiClient(CoreV1Api);
    const before = await reasonsOf(id);

    await api.deleteCollectionNamespacedEvent({ namespace: 'data-eng' });
    await portal.restartBackend({});

    expect(await reasonsOf(id)).toEqual(before);
    expect(await reasonsOf(id, '?object=Job/etl-1')).toEqual([
      'Job SuccessfulCreate',
    ]);
  });
});
