import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

const PATH = '/compute-clusters/demo/data-eng/etl';
const LOST = aCluster({ status: aStatus({ reason: 'NodeLost' }) });

/** Opens the question of a command and answers it with yes. */
async function confirm(api: FakeComputeClusters, command: string) {
  renderPortal(PATH, api);
  const button = await screen.findByRole('button', { name: command });
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('button', { name: command }));
  return dialog;
}

describe('A command that was confirmed', () => {
  let refuse: () => Promise<void>;
  let api: FakeComputeClusters;

  beforeEach(() => {
    api = FakeComputeClusters.create(LOST);
    const answer = new Promise<never>((_resolve, reject) => {
      refuse = async () => reject(await refusal(409, 'It is being deleted'));
    });
    Object.assign(api, {
      terminateCluster: () => answer,
      giveUpPods: () => answer,
    });
  });

  it.each(['Terminate', 'Give up its pods'])(
    'keeps its dialog until it is answered, so that a refusal is not lost: %s',
    async command => {
      const dialog = await confirm(api, command);
      const cancel = within(dialog).getByRole('button', { name: 'Cancel' });
      expect(cancel).toBeDisabled();
      fireEvent.keyDown(dialog, { key: 'Escape' });
      await refuse();
      expect(await screen.findByText('It is being deleted')).toBeVisible();
      expect(cancel).toBeEnabled();
      fireEvent.keyDown(dialog, { key: 'Escape' });
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    },
  );

  it('closes its dialog before all else is read again', async () => {
    api = FakeComputeClusters.create(aCluster());
    const { restartCluster } = FakeComputeClusters.prototype;
    api.restartCluster = id => {
      api.listActivity = () => new Promise(() => {});
      return restartCluster.call(api, id);
    };
    await confirm(api, 'Restart');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.calls).toEqual(['restart etl']);
  });
});
