import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

const PATH = '/compute-clusters/demo/data-eng/etl';

const button = async (name: string) => {
  const found = await screen.findByRole('button', { name });
  await waitFor(() => expect(found).toBeEnabled());
  return found;
};

describe('The buttons of a compute cluster', () => {
  it('keep the focus among them when the one that was pressed goes', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STOPPED' }) }),
    );
    renderPortal(PATH, api);
    await userEvent.click(await button('Start'));
    await waitFor(() => expect(api.calls).toEqual(['start etl']));
    await button('Terminate');
    await waitFor(() =>
      expect(
        screen.getByRole('group', { name: 'Actions for etl' }),
      ).toHaveFocus(),
    );
  });

  it('leave the focus where somebody has taken it since', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const { signals } = renderPortal(PATH, api);
    await userEvent.click(await button('Terminate'));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Terminate' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const tab = screen.getByRole('tab', { name: 'Activity' });
    tab.focus();
    signals.publish(api.observe('etl', { state: 'STOPPED' }));
    await button('Start');
    expect(tab).toHaveFocus();
  });
});
