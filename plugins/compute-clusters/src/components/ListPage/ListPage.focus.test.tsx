import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

const MACHINE_LEARNING = 'group:default/machine-learning';

const open = (search = '', api = FakeComputeClusters.create(aCluster())) =>
  renderPortal(`/compute-clusters${search}`, api);
const filters = () => screen.getByRole('group', { name: 'Filters' });
const gone = (button: HTMLElement) =>
  waitFor(() => expect(button).not.toBeInTheDocument());

describe('The focus, when what was pressed on the list goes away,', () => {
  it('goes to the table after "Choose none"', async () => {
    open();
    const choose = await screen.findByRole('checkbox', { name: 'Choose etl' });
    await waitFor(() =>
      expect(choose).toHaveAttribute('aria-disabled', 'false'),
    );
    await userEvent.click(choose);
    const none = screen.getByRole('button', { name: 'Choose none' });
    await userEvent.click(none);
    await gone(none);
    expect(
      screen.getByRole('region', { name: 'Compute clusters' }),
    ).toHaveFocus();
  });

  it('goes to the filters after "Clear filters" beside them', async () => {
    open('?text=etl');
    await screen.findByRole('link', { name: 'etl' });
    const clear = screen.getByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    await gone(clear);
    expect(filters()).toHaveFocus();
  });

  it('goes to the filters after "Clear filters" in the empty list', async () => {
    open('?text=nothing');
    await screen.findByText('No compute cluster matches');
    const [, clear] = screen.getAllByRole('button', { name: 'Clear filters' });
    await userEvent.click(clear);
    await gone(clear);
    expect(filters()).toHaveFocus();
  });

  it.each([
    ['owner', MACHINE_LEARNING, /^Show what others than/],
    ['tag', 'team', /^Do not filter by the tag/],
  ])('goes to the filters after one %s is taken away', async (...args) => {
    const [parameter, value, name] = args;
    open(`?${parameter}=${value}&text=etl`);
    const chip = await screen.findByRole('button', { name });
    await userEvent.click(chip);
    await gone(chip);
    expect(filters()).toHaveFocus();
  });

  it.each([
    ['Go to the first page', 400, '?cursor=old&page=2'],
    ['Try again', 403, ''],
  ])('goes to the filters after "%s"', async (name, status, search) => {
    const api = FakeComputeClusters.create(aCluster());
    api.nextError = refusal(status, 'Not like this');
    open(search, api);
    const button = await screen.findByRole('button', { name });
    await userEvent.click(button);
    await gone(button);
    expect(filters()).toHaveFocus();
  });
});
