import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

const executors = { running: 1, pending: 0, max: 4, reason: 'NodeLost' };

const open = (status: Parameters<typeof aStatus>[0]) => {
  const api = FakeComputeClusters.create(aCluster({ status: aStatus(status) }));
  renderPortal('/compute-clusters/demo/data-eng/etl', api);
  return api;
};

describe('The banner of a lost node', () => {
  it.each([
    [
      'the driver',
      { state: 'STARTING', reason: 'NodeLost' },
      /^A node with pods/,
      /two drivers/,
    ],
    [
      'only executors',
      { executors },
      /^A node with executors/,
      /Spark replaces/,
    ],
  ] as const)(
    'gives the pods up when %s hangs there',
    async (_, status, told, warning) => {
      const api = open(status);
      expect(await screen.findByText(told)).toBeVisible();
      const button = screen.getByRole('button', { name: 'Give up its pods' });
      await waitFor(() => expect(button).toBeEnabled());
      await userEvent.click(button);
      const dialog = within(await screen.findByRole('dialog'));
      expect(dialog.getByText(warning)).toBeVisible();
      await userEvent.click(
        dialog.getByRole('button', { name: 'Give up its pods' }),
      );
      await waitFor(() => expect(api.calls).toEqual(['give-up-pods etl']));
    },
  );

  it('is not there while all nodes answer', async () => {
    open({});
    await screen.findByRole('heading', { name: 'etl' });
    expect(screen.queryByText(/^A node with/)).toBeNull();
  });
});
