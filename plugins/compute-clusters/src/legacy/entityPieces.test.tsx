import { alertApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../__testUtils__/FakeComputeClusters';
import { aClusterEntity } from '../__testUtils__/entities';
import { aCluster, aStatus } from '../__testUtils__/fixtures';
import { renderLegacy } from '../__testUtils__/renderLegacy';
import {
  EntityComputeClusterActivityContent,
  EntityComputeClusterConfigurationContent,
  EntityComputeClusterConnectionsContent,
  EntityComputeClusterDetailsContent,
  EntityComputeClusterEventsContent,
  EntityComputeClusterLogsContent,
  EntityComputeClusterUsageContent,
} from './entityPieces';
import { useComputeClusterMenu } from './useComputeClusterMenu';

const ENTITY = aClusterEntity();

const running = () => FakeComputeClusters.create(aCluster());

describe('On the entity page of a compute cluster in the classic frontend system', () => {
  it.each([
    ['Details', EntityComputeClusterDetailsContent, 'Compute'],
    ['Connections', EntityComputeClusterConnectionsContent, 'Spark Connect'],
    [
      'Configuration',
      EntityComputeClusterConfigurationContent,
      'Configuration',
    ],
    ['Logs', EntityComputeClusterLogsContent, /^There is no log\./],
    ['Events', EntityComputeClusterEventsContent, 'Kubernetes events'],
    ['Activity', EntityComputeClusterActivityContent, 'Activity'],
    ['Usage', EntityComputeClusterUsageContent, 'Usage'],
  ])('tab %s shows what the own page shows', async (_name, Content, title) => {
    await renderLegacy(<Content />, running(), { entity: ENTITY });
    expect(await screen.findByText(title)).toBeVisible();
  });

  it('a tab says why there is nothing to see', async () => {
    await renderLegacy(
      <EntityComputeClusterLogsContent />,
      FakeComputeClusters.create(),
      { entity: ENTITY },
    );
    expect(
      await screen.findByText(/^You do not see this compute cluster/),
    ).toBeVisible();
  });
});

describe('In its menu', () => {
  const Menu = () => {
    const { menuItems, dialog } = useComputeClusterMenu();
    return (
      <>
        {menuItems.map(({ title, onClick }) => (
          <button key={title} onClick={onClick}>
            {title}
          </button>
        ))}
        {dialog}
      </>
    );
  };
  const open = (api: FakeComputeClusters) =>
    renderLegacy(<Menu />, api, { entity: ENTITY });

  it('a stopped cluster can be started, not terminated', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STOPPED' }) }),
    );
    await open(api);
    const start = await screen.findByRole('button', {
      name: 'Start compute cluster',
    });
    expect(screen.queryByText('Terminate compute cluster')).toBeNull();
    await userEvent.click(start);
    await waitFor(() => expect(api.calls).toEqual(['start etl']));
  });

  it('a running cluster is terminated after a question', async () => {
    const api = running();
    await open(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Terminate compute cluster' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(api.calls).toEqual([]);
    await userEvent.click(dialog.getByRole('button', { name: 'Terminate' }));
    await waitFor(() => expect(api.calls).toEqual(['terminate etl']));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why a start failed', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STOPPED' }) }),
    );
    jest
      .spyOn(api, 'startCluster')
      .mockRejectedValue(new Error('No quota is left'));
    const post = jest.fn();
    await renderLegacy(
      <TestApiProvider apis={[[alertApiRef, { post }]]}>
        <Menu />
      </TestApiProvider>,
      api,
      { entity: ENTITY },
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start compute cluster' }),
    );
    await waitFor(() =>
      expect(post).toHaveBeenCalledWith({
        severity: 'error',
        message: 'Start of etl failed: No quota is left',
      }),
    );
  });

  it('others are offered nothing', async () => {
    const api = running();
    const read = jest.spyOn(api, 'getMe');
    api.me = { ...api.me, ownershipEntityRefs: [] };
    await open(api);
    await waitFor(() => expect(read).toHaveBeenCalled());
    expect(screen.queryByRole('button')).toBeNull();
  });
});
