import { screen, waitFor } from '@testing-library/react';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

const open = async (api: FakeComputeClusters) => {
  renderPortal('/compute-clusters/demo/data-eng/etl', api);
  await screen.findByRole('heading', { name: 'etl' });
};

describe('The banners of a compute cluster', () => {
  it('says that Kubernetes is silent and how old the state is', async () => {
    const api = FakeComputeClusters.create(
      aCluster({
        status: aStatus({
          state: 'UNKNOWN',
          lastKnownState: 'ACTIVE',
          reason: 'KubernetesUnreachable',
        }),
      }),
    );
    await open(api);
    expect(
      await screen.findByText(/^Kubernetes cluster demo does not answer/),
    ).toBeVisible();
    expect(
      screen.getAllByText('Unknown (last known: Active)')[0],
    ).toBeVisible();
    await waitFor(async () =>
      expect(
        await screen.findByRole('button', { name: 'Terminate' }),
      ).toBeEnabled(),
    );
  });

  it.each(['FAILED', 'STARTING'] as const)(
    'takes the silence of Kubernetes for no reason of what was %s',
    async lastKnownState => {
      const status = aStatus({
        state: 'UNKNOWN',
        lastKnownState,
        reason: 'KubernetesUnreachable',
        message: 'It has not answered since noon.',
      });
      await open(FakeComputeClusters.create(aCluster({ status })));
      expect(
        screen.getByText(
          'Kubernetes does not answer: It has not answered since noon.',
        ),
      ).toBeVisible();
      expect(screen.queryByRole('region', { name: /^Failed/ })).toBeNull();
      expect(screen.queryByRole('region', { name: 'Start' })).toBeNull();
    },
  );

  it('says that a Kubernetes cluster is simulated', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const [demo] = api.health.kubernetesClusters;
    api.health = { kubernetesClusters: [{ ...demo, simulated: true }] };
    await open(api);
    expect(await screen.findByText(/demo is simulated/)).toBeVisible();
  });

  it('leaves it to the message why a state is unknown for another reason', async () => {
    const status = aStatus({
      state: 'UNKNOWN',
      lastKnownState: 'ACTIVE',
      reason: 'NamespaceNotWatched',
      message: 'The portal may not watch its namespace.',
    });
    await open(FakeComputeClusters.create(aCluster({ status })));
    expect(
      screen.getByText(
        'Namespace may not be watched: The portal may not watch its namespace.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/does not answer/)).toBeNull();
  });
});
