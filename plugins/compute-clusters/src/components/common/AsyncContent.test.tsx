import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

const PATH = '/compute-clusters/demo/data-eng/etl?tab=configuration';

describe('What a tab reads', () => {
  let api: FakeComputeClusters;
  beforeEach(() => {
    api = FakeComputeClusters.create(aCluster());
  });
  afterEach(() => jest.useRealTimers());

  it('can be asked for again when it could not be read', async () => {
    const { getConfiguration } = api;
    api.getConfiguration = async () => {
      throw await refusal(403, 'Not now');
    };
    renderPortal(PATH, api);
    const again = await screen.findByRole('button', { name: 'Try again' });
    api.getConfiguration = getConfiguration;
    await userEvent.click(again);
    expect(
      await screen.findByRole('searchbox', { name: 'Search' }),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('is said to be on its way when it takes long', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    api.getConfiguration = () => new Promise(() => {});
    renderPortal(PATH, api);
    await screen.findByRole('tabpanel', { name: 'Configuration' });
    expect(screen.queryByText('Still loading')).toBeNull();
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(screen.getByText('Still loading')).toBeVisible();
  });
});
