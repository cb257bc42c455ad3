import { focusManager } from '@tanstack/react-query';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

const open = async (api = FakeComputeClusters.create()) => {
  const app = renderPortal('/compute-clusters/create', api);
  const name = await screen.findByRole('textbox', { name: 'Name' });
  return { ...app, api, name };
};

const choose = async (field: RegExp, option: RegExp) => {
  const select = await screen.findByRole('button', { name: field });
  await userEvent.click(select);
  await userEvent.click(await screen.findByRole('option', { name: option }));
};

const fill = async (name: HTMLElement) => {
  await userEvent.type(name, 'etl');
  await choose(/^Namespace/, /data-eng/);
  await choose(/^Driver node type/, /driver-small/);
  await choose(/^Executor node type/, /executor-small/);
};

const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review & Create' }));
const create = () =>
  userEvent.click(screen.getByRole('button', { name: 'Create' }));

describe('Creating a compute cluster', () => {
  it('goes from the form to the page of the starting cluster', async () => {
    const { api, name } = await open();
    await fill(name);
    await review();
    const panel = screen.getByRole('tabpanel', { name: 'Review & Create' });
    expect(within(panel).getByText('executor-small')).toBeVisible();
    await create();
    const heading = await screen.findByRole('heading', { name: 'etl' });
    await waitFor(() => expect(heading).toHaveFocus());
    expect(screen.getAllByText('Starting')[0]).toBeVisible();
    expect(api.calls).toEqual(['create data-eng/etl']);
    expect(api.idempotencyKeys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('shows size, cost and share of the quota while it is filled in', async () => {
    const { name } = await open();
    await fill(name);
    const max = screen.getByRole('spinbutton', { name: /Max executors/ });
    await userEvent.clear(max);
    await userEvent.type(max, '8');
    const summary = within(screen.getByRole('region', { name: 'Summary' }));
    expect(
      summary.getByRole('row', { name: 'CPU 1 vCPU 17 vCPU' }),
    ).toBeVisible();
    expect(
      summary.getByRole('row', { name: 'Memory 8 GiB 136 GiB' }),
    ).toBeVisible();
    expect(summary.getByRole('row', { name: 'Pods 1 9' })).toBeVisible();
    expect(
      summary.getByRole('row', { name: 'Cost $0.21/h $1.89/h' }),
    ).toBeVisible();
    expect(summary.getByText('27 % of 64 vCPU')).toBeVisible();
    expect(screen.getByText('Together 16 vCPU, 128 GiB memory')).toBeVisible();
  });

  it('lets Next pass, marks the tab, and jumps to the first wrong field on Create', async () => {
    const { api, name } = await open();
    await userEvent.type(name, 'ETL!');
    await review();
    expect(
      await screen.findByRole('tab', { name: 'General, has errors' }),
    ).toBeVisible();
    await create();
    await waitFor(() => expect(name).toHaveFocus());
    expect(name).toBeInvalid();
    expect(screen.getByText(/^Lower-case letters/)).toBeVisible();
    expect(screen.getByText('4 fields need your attention')).toBeVisible();
    expect(api.calls).toEqual([]);
  });

  it.each([
    ['name', 'There is already a cluster etl.', /^Name/],
    ['spec.executor.max', 'At most 3 fit.', /Max executors/],
  ])(
    'puts what the server says about %s on its field',
    async (path, message, field) => {
      const { api, name } = await open();
      await fill(name);
      await review();
      api.nextError = refusal(422, 'Refused', [
        { path, code: 'refused', message },
      ]);
      await create();
      const error = await screen.findByText(message);
      expect(error).toBeVisible();
      const input = screen.getByLabelText(field, { selector: 'input' });
      expect(input).toBeInvalid();
      expect(input).toHaveAccessibleDescription(message);
      await waitFor(() => expect(input).toHaveFocus());
    },
  );

  it('tells what no field can tell', async () => {
    const { api, name } = await open();
    await fill(name);
    await review();
    api.nextError = refusal(503, 'Kubernetes does not answer');
    await create();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Kubernetes does not answer');
  });

  it('sends the same key again when there was no answer, so that nothing is made twice', async () => {
    const { api, name } = await open();
    await fill(name);
    await review();
    api.nextError = Promise.resolve(new TypeError('Failed to fetch'));
    await create();
    await screen.findByRole('alert');
    await create();
    await screen.findByRole('heading', { name: 'etl' });
    const [first, second] = api.idempotencyKeys;
    expect(second).toBe(first);
  });

  it('creates one cluster on a double click', async () => {
    const { api, name } = await open();
    await fill(name);
    await review();
    await userEvent.dblClick(screen.getByRole('button', { name: 'Create' }));
    await screen.findByRole('heading', { name: 'etl' });
    expect(api.calls).toEqual(['create data-eng/etl']);
  });

  it('hides what a single-node cluster does not have', async () => {
    const { name } = await open();
    await fill(name);
    await userEvent.click(screen.getByRole('radio', { name: /Single-node/ }));
    expect(screen.queryByLabelText(/Executor node type/)).toBeNull();
    expect(screen.queryByLabelText('Auto scaling')).toBeNull();
    await review();
    await create();
    await screen.findByRole('heading', { name: 'etl' });
    expect(screen.getAllByText('Single node')[0]).toBeVisible();
  });

  it('counts executors when auto scaling is off', async () => {
    await open();
    await userEvent.click(screen.getByLabelText('Auto scaling'));
    expect(
      screen.getByRole('spinbutton', { name: /^Executors/ }),
    ).toBeVisible();
    expect(screen.queryByLabelText(/Min executors/)).toBeNull();
  });

  it('offers spot instances only where the node type has them', async () => {
    await open();
    expect(screen.queryByLabelText('Spot instances')).toBeNull();
    await choose(/^Executor node type/, /executor-small/);
    expect(screen.getByLabelText('Spot instances')).toBeInTheDocument();
  });

  it('has no accessibility violation', async () => {
    const { container } = await open();
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('Cloning a compute cluster', () => {
  const cloneOf = (source: string, api: FakeComputeClusters) =>
    renderPortal(`/compute-clusters/create?clone=demo/data-eng/${source}`, api);
  const nameField = () => screen.findByRole('textbox', { name: 'Name' });

  it('keeps what is entered when the source is gone and the window is looked at again', async () => {
    const api = FakeComputeClusters.create();
    cloneOf('gone', api);
    await userEvent.type(await nameField(), 'etl');
    api.getClusterByName = () => new Promise(() => {});
    act(() => {
      focusManager.setFocused(false);
      focusManager.setFocused(true);
    });
    await userEvent.type(await nameField(), '-2');
    expect(await nameField()).toHaveValue('etl-2');
    expect(screen.getByText(/^gone could not be read/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('reads the source once more when asked to, after a fault that passes', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.nextError = refusal(503, 'Just a moment');
    cloneOf('etl', api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(/^Filled in from etl/)).toBeVisible();
    expect(document.body).not.toHaveFocus();
  });

  it('keeps what is entered when trying again is of no use', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.nextError = refusal(503, 'Just a moment');
    cloneOf('etl', api);
    await userEvent.type(await nameField(), 'copy');
    api.nextError = refusal(503, 'Still not');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/Still not/)).toBeVisible();
    expect(await nameField()).toHaveValue('copy');
  });

  it('says in words that the source is on its way when that takes long', async () => {
    const api = FakeComputeClusters.create();
    api.getClusterByName = () => new Promise(() => {});
    cloneOf('etl', api);
    expect(await screen.findByText('Still loading')).toBeVisible();
  });
});
