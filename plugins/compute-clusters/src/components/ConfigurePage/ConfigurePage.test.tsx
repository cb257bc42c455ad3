import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { specSchema } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

const PATH = '/compute-clusters/demo/data-eng/etl';

const STOPPED = aCluster({
  description: 'Nightly loads',
  status: aStatus({ state: 'STOPPED' }),
  spec: specSchema.parse({
    driver: { nodeType: 'driver-small' },
    executor: { nodeType: 'executor-small', min: 1, max: 4 },
    environment: [
      { name: 'KEPT', secret: { stored: true } },
      { name: 'OLD', secret: { stored: true } },
    ],
    tags: { team: 'data' },
  }),
});

const open = async (api = FakeComputeClusters.create(STOPPED), search = '') => {
  const app = renderPortal(`${PATH}/configure${search}`, api);
  const max = await screen.findByRole('spinbutton', { name: /^Max executors/ });
  return { ...app, api, max };
};

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));
const save = async () => {
  await press('Review & Save');
  await press('Save');
};

describe('Configuring a compute cluster', () => {
  it('saves what was changed, of the generation that was opened', async () => {
    const { api, max } = await open();
    await userEvent.clear(max);
    await userEvent.type(max, '8');
    await save();
    expect(
      await screen.findByText(
        'etl is saved. Start it to run with what you changed.',
      ),
    ).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'etl' })).toBeVisible();
    expect(api.calls).toEqual(['configure etl "1"']);
    expect(api.requests[0]).toMatchObject({
      description: 'Nightly loads',
      spec: { executor: { min: 1, max: 8 }, tags: { team: 'data' } },
    });
  });

  it('begins with the driver node type that the address chooses', async () => {
    const { api } = await open(undefined, '?driver=driver-medium');
    expect(
      screen.getByText(/^Driver node type driver-medium is chosen for you/),
    ).toBeVisible();
    await save();
    await waitFor(() => expect(api.requests).toHaveLength(1));
    expect(api.requests[0]).toMatchObject({
      spec: { driver: { nodeType: 'driver-medium' } },
    });
  });

  it('keeps spot instances while it is not known yet whether they are offered', async () => {
    const spec = specSchema.parse({
      ...STOPPED.spec,
      executor: { nodeType: 'executor-small', min: 1, max: 4, spot: true },
    });
    const { api } = await open(
      FakeComputeClusters.create({ ...STOPPED, spec }),
    );
    expect(await screen.findByLabelText('Spot instances')).toBeChecked();
    await save();
    await waitFor(() => expect(api.requests).toHaveLength(1));
    expect(api.requests[0].spec.executor).toMatchObject({ spot: true });
  });

  it('locks what makes out the cluster', async () => {
    await open();
    expect(screen.getByRole('textbox', { name: 'Name' })).toBeDisabled();
    const namespace = screen.getByRole('textbox', { name: /^Namespace/ });
    expect(namespace).toBeDisabled();
    expect(namespace).toHaveValue('data-eng on demo');
    expect(screen.getByRole('radio', { name: /^Multi-node/ })).toBeDisabled();
  });

  it('keeps secret values that are not typed again', async () => {
    const { api } = await open();
    await userEvent.click(screen.getByRole('tab', { name: 'Configurations' }));
    const [kept, old] = screen.getAllByPlaceholderText('Kept; type to replace');
    expect(kept).toHaveValue('');
    await userEvent.type(old, 'new');
    await save();
    await screen.findByRole('heading', { name: 'etl' });
    expect(api.requests[0].spec.environment).toEqual([
      { name: 'KEPT', secret: { stored: true } },
      { name: 'OLD', secret: { value: 'new' } },
    ]);
  });

  it('says what to do when somebody else was faster, and loads theirs', async () => {
    const { api, signals } = await open();
    signals.publish(api.configuredElsewhere('etl'), 'configured');
    await screen.findByText(/^Somebody changed etl/);
    await press('Load it again');
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Description' })).toHaveValue(
        'By others',
      ),
    );
  });

  it.each([
    [412, 'It was changed meanwhile.', /Load it again/],
    [409, 'It is ACTIVE. Terminate it first.', /Terminate it first/],
  ])('tells what a %s means', async (status, message, advice) => {
    const { api } = await open();
    await press('Review & Save');
    api.nextError = refusal(status, message);
    await press('Save');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The changes were not saved');
    expect(alert).toHaveTextContent(message);
    expect(alert).toHaveTextContent(advice);
  });

  it('has to wait until the cluster is stopped', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const { signals } = renderPortal(`${PATH}/configure`, api);
    expect(await screen.findByText(/^etl is Active/)).toBeVisible();
    expect(screen.queryByRole('form')).toBeNull();
    signals.publish(api.observe('etl', { state: 'STOPPED' }));
    expect(
      await screen.findByRole('form', { name: 'Configure etl' }),
    ).toBeVisible();
  });

  it('says that somebody else deleted the cluster, and keeps what was entered', async () => {
    const { api, signals, max } = await open();
    await userEvent.clear(max);
    await userEvent.type(max, '8');
    signals.publish(api.vanish('etl'), 'removed');
    expect(await screen.findByText(/^etl has been deleted/)).toBeVisible();
    expect(max).toHaveValue(8);
  });

  it('says so, too, where the form was not open yet', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const { signals } = renderPortal(`${PATH}/configure`, api);
    expect(await screen.findByText(/^etl is Active/)).toBeVisible();
    signals.publish(api.vanish('etl'), 'removed');
    expect(await screen.findByText(/^etl has been deleted/)).toBeVisible();
    expect(screen.queryByText(/^etl is Active/)).toBeNull();
  });

  it('says that there is no such cluster', async () => {
    renderPortal(`${PATH}/configure`, FakeComputeClusters.create());
    expect(
      await screen.findByText('There is no such compute cluster'),
    ).toBeVisible();
  });

  it('asks again for a cluster that could not be read', async () => {
    const api = FakeComputeClusters.create(STOPPED);
    api.nextError = refusal(403, 'Not now');
    renderPortal(`${PATH}/configure`, api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByRole('form', { name: 'Configure etl' }),
    ).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    const { container } = await open();
    await userEvent.click(screen.getByRole('tab', { name: 'Configurations' }));
    expect(await axe(container)).toHaveNoViolations();
  });
});

describe('The way to configure and clone', () => {
  it('is open from the page of a stopped cluster', async () => {
    renderPortal(PATH, FakeComputeClusters.create(STOPPED));
    const configure = await screen.findByRole('button', { name: 'Configure' });
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Configure' })).toHaveAttribute(
        'href',
        `${PATH}/configure`,
      ),
    );
    expect(configure).toBeDefined();
  });

  it('says to terminate a running cluster first', async () => {
    renderPortal(PATH, FakeComputeClusters.create(aCluster()));
    const configure = await screen.findByRole('button', { name: 'Configure' });
    expect(configure).toHaveAttribute('aria-disabled', 'true');
    expect(configure).toHaveAccessibleDescription(/^Terminate it first/);
  });

  it('clones all but the name and secret values', async () => {
    const api = FakeComputeClusters.create(STOPPED);
    renderPortal('/compute-clusters/create?clone=demo/data-eng/etl', api);
    const name = await screen.findByRole('textbox', { name: 'Name' });
    expect(name).toHaveValue('');
    expect(screen.getByText(/^Filled in from etl/)).toHaveTextContent(
      'secret values are not cloned',
    );
    await userEvent.type(name, 'copy');
    await userEvent.click(screen.getByRole('tab', { name: /^Configurations/ }));
    for (const variable of ['Variable 1', 'Variable 2']) {
      const row = within(screen.getByRole('group', { name: variable }));
      const secret = row.getByLabelText(/^Secret value/, { selector: 'input' });
      expect(secret).toHaveAccessibleDescription(/not cloned/);
      await userEvent.type(secret, 'again');
    }
    await press('Review & Create');
    await press('Create');
    await screen.findByRole('heading', { name: 'copy' });
    expect(api.requests[0].spec.environment).toEqual([
      { name: 'KEPT', secret: { value: 'again' } },
      { name: 'OLD', secret: { value: 'again' } },
    ]);
  });

  it('starts with an empty form when the source cannot be read', async () => {
    const api = FakeComputeClusters.create();
    renderPortal('/compute-clusters/create?clone=demo/data-eng/gone', api);
    expect(await screen.findByText(/^gone could not be read/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('');
  });
});
