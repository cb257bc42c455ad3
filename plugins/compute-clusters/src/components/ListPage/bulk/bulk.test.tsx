import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../../__testUtils__/fixtures';
import { refusal } from '../../../__testUtils__/refusal';
import { renderPortal } from '../../../__testUtils__/renderPortal';

const OTHERS = { ownerRef: 'group:default/machine-learning' };
const STOPPED = { status: aStatus({ state: 'STOPPED' }) };

const check = (name: string) => screen.findByRole('checkbox', { name });
const offered = (name: string) =>
  waitFor(async () =>
    expect(await check(name)).toHaveAttribute('aria-disabled', 'false'),
  );
const chooseAll = () => check('Choose all on this page that can be terminated');
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const list = (...clusters: ComputeCluster[]) => {
  const api = FakeComputeClusters.create(...clusters);
  return { api, ...renderPortal('/compute-clusters', api) };
};

describe('Terminating several compute clusters', () => {
  it('offers only those that run and belong to the team', async () => {
    list(
      aCluster(),
      aCluster({ name: 'nightly', ...STOPPED }),
      aCluster({ name: 'train', ...OTHERS }),
    );
    await offered('Choose etl');
    const nightly = await check('Choose nightly');
    expect(nightly).toHaveAttribute('aria-disabled', 'true');
    expect(nightly).toHaveAccessibleDescription(
      'Nothing of it runs that could be terminated',
    );
    await userEvent.click(nightly);
    expect(nightly).not.toBeChecked();
    expect(await check('Choose train')).toHaveAccessibleDescription(
      /owner team/,
    );
    await userEvent.click(await chooseAll());
    expect(screen.getByText('1 chosen')).toBeVisible();
  });

  it('names them, and terminates them after a confirmation', async () => {
    const { api } = list(aCluster(), aCluster({ name: 'nightly' }));
    await waitFor(async () => expect(await chooseAll()).toBeEnabled());
    await userEvent.click(await chooseAll());
    await press('Terminate');
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText('Terminate 2 compute clusters?'),
    ).toBeInTheDocument();
    const names = await dialog.findAllByRole('listitem');
    expect(names.map(({ textContent }) => textContent)).toEqual([
      'etl in data-eng',
      'nightly in data-eng',
    ]);
    expect(api.calls).toEqual([]);
    const confirm = dialog.getByRole('button', { name: 'Terminate' });
    await waitFor(() => expect(confirm).toBeEnabled());
    await userEvent.click(confirm);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.calls).toEqual(['terminate etl', 'terminate nightly']);
    expect(await screen.findByText('2 stopping')).toBeVisible();
    expect(screen.queryByText('2 chosen')).toBeNull();
  });

  it('tells of each that could not be terminated, and why, and keeps it chosen', async () => {
    const { api } = list(aCluster(), aCluster({ name: 'nightly' }));
    const terminate = api.terminateCluster.bind(api);
    api.terminateCluster = async id => {
      if (id.includes('nightly')) throw await refusal(412, 'It has changed.');
      return terminate(id);
    };
    await waitFor(async () => expect(await chooseAll()).toBeEnabled());
    await userEvent.click(await chooseAll());
    await press('Terminate');
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Terminate' });
    await waitFor(() => expect(confirm).toBeEnabled());
    await userEvent.click(confirm);
    expect(
      await dialog.findByText('nightly: It has changed.'),
    ).toBeInTheDocument();
    expect(dialog.getByText(/1 of 2 are stopping/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await screen.findByText('1 chosen')).toBeVisible();
    expect(await check('Choose nightly')).toBeChecked();
  });

  it('forgets a cluster that stops meanwhile', async () => {
    const { api, signals } = list(aCluster());
    await offered('Choose etl');
    await userEvent.click(await check('Choose etl'));
    signals.publish(api.observe('etl', { state: 'STOPPING' }));
    await waitFor(() => expect(screen.queryByText('1 chosen')).toBeNull());
    expect(await check('Choose etl')).toHaveAttribute('aria-disabled', 'true');
  });

  it('goes by keyboard, without an accessibility violation', async () => {
    const { baseElement } = list(aCluster());
    await offered('Choose etl');
    (await check('Choose etl')).focus();
    await userEvent.keyboard(' ');
    screen.getByRole('button', { name: 'Terminate' }).focus();
    await userEvent.keyboard('{Enter}');
    const cancel = await screen.findByRole('button', { name: 'Cancel' });
    await waitFor(() => expect(cancel).toHaveFocus());
    expect(await axe(baseElement)).toHaveNoViolations();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(
      screen.getByRole('region', { name: 'Compute clusters' }),
    ).toHaveFocus();
  });
});
