import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

describe("The menu of a list's row", () => {
  it('gives its button the focus when its dialog is closed', async () => {
    renderPortal('/compute-clusters', FakeComputeClusters.create(aCluster()));
    const button = await screen.findByRole('button', {
      name: 'Actions for etl',
    });
    button.focus();
    await userEvent.keyboard('{Enter}');
    const restart = await screen.findByRole('menuitem', { name: 'Restart' });
    await waitFor(() => expect(restart).toHaveFocus());
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{Enter}');
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    await waitFor(() => expect(cancel).toHaveFocus());
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button).toHaveFocus();
  });

  it('says why, where the keyboard gets to it, and does nothing there', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.me = { ...api.me, ownershipEntityRefs: ['group:default/ml'] };
    renderPortal('/compute-clusters', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Actions for etl' }),
    );
    const restart = await screen.findByRole('menuitem', {
      name: /^Restart ?Only the owner team may do this/,
    });
    await userEvent.keyboard('{ArrowDown}{Home}');
    expect(restart).toHaveFocus();
    fireEvent.click(restart);
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
