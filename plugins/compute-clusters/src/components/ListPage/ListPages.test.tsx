import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

describe('The pages of a long list', () => {
  it('go on from the first row of the next page, in numbers that can be read', async () => {
    const scroll = jest.spyOn(HTMLElement.prototype, 'scrollIntoView');
    const api = FakeComputeClusters.create(aCluster());
    const list = api.listClusters.bind(api);
    api.listClusters = async query => ({
      ...(await list(query)),
      totalItems: 10_000,
      stateCounts: { STOPPED: 9_949 },
      pageInfo: { nextCursor: 'next', prevCursor: null },
    });
    renderPortal('/compute-clusters', api);
    await screen.findByRole('link', { name: 'etl' });
    expect(screen.getByText('1–1 of 10,000')).toBeVisible();
    expect(screen.getByText('9,949 stopped')).toBeVisible();
    expect(scroll).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51–51 of 10,000')).toBeVisible();
    await waitFor(() => expect(scroll).toHaveBeenCalledTimes(1));
  });
});
