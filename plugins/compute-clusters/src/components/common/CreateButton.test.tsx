import { screen, waitFor } from '@testing-library/react';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

describe('The way to a new compute cluster', () => {
  it.each([429, 408])(
    'opens by itself after a %s, which passes',
    async status => {
      const api = FakeComputeClusters.create(aCluster());
      const { me } = api;
      api.getMe = async () => {
        api.getMe = async () => me;
        throw await refusal(status, 'Ask again later');
      };
      renderPortal('/compute-clusters', api);
      await waitFor(() =>
        expect(
          screen.getByRole('button', { name: 'Create cluster' }),
        ).not.toHaveAttribute('aria-disabled', 'true'),
      );
    },
  );
});
