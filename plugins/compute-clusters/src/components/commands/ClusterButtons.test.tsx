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

  it('have the rarer actions in a menu, which has the focus again after its dialog', async () => {
    renderPortal(PATH, FakeComputeClusters.create(aCluster()));
    const more = await button('More actions for etl');
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Clone' })).toBeNull();
    more.focus();
    await userEvent.keyboard('{Enter}');
    const items = screen.getAllByRole('menuitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'Clone',
      'Delete',
    ]);
    await waitFor(() => expect(items[0]).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await screen.findByRole('dialog', { name: 'Delete etl?' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(more).toHaveFocus();
  });

  it('lead to a clone', async () => {
    renderPortal(PATH, FakeComputeClusters.create(aCluster()));
    await userEvent.click(await button('More actions for etl'));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Clone' }));
    expect(await screen.findByText(/^Filled in from etl/)).toBeVisible();
    const heading = screen.getByRole('heading', {
      name: 'Create a compute cluster',
    });
    await waitFor(() => expect(heading).toHaveFocus());
  });
});
