import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aRun, aStatus, SEEN_AT } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

const PATH = '/compute-clusters/demo/data-eng/etl';

const open = async (api: FakeComputeClusters) => {
  const app = renderPortal(PATH, api);
  await screen.findByRole('heading', { name: 'etl' });
  return app;
};

const button = (name: string) => screen.findByRole('button', { name });
const press = async (name: string) => {
  await waitFor(async () => expect(await button(name)).toBeEnabled());
  await userEvent.click(await button(name));
};

describe('The page of a compute cluster', () => {
  it('shows everything of section Details', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ description: 'Nightly loads', restartRequired: true }),
    );
    api.activities = [
      {
        id: '1',
        action: 'create',
        user: 'user:default/data-engineer',
        at: new Date('2026-01-01T08:00:00Z'),
        message: '',
      },
    ];
    await open(api);
    expect(screen.getByText('Nightly loads')).toBeVisible();
    expect(
      await screen.findByText('driver-small (1 vCPU, 8 GiB)'),
    ).toBeVisible();
    expect(screen.getByText('0 to 4')).toBeVisible();
    expect(screen.getByText('Running 2/4')).toBeVisible();
    expect(
      screen.getByText('data-eng on demo', { exact: false }),
    ).toBeVisible();
    expect(screen.getByText(/^Restart required:/)).toBeVisible();
    expect(await screen.findByText(/created by/)).toBeVisible();
    expect(screen.getByText('The driver accepts connections.')).toBeVisible();
  });

  it('says in words why it is as it is, and why executors wait', async () => {
    const status = aStatus({
      state: 'STARTING',
      reason: 'Unschedulable',
      message: 'No node has 4 free CPUs.',
      executors: { running: 1, pending: 1, max: 4, reason: 'QuotaExceeded' },
    });
    await open(FakeComputeClusters.create(aCluster({ status })));
    expect(
      screen.getByText('No machine has room: No node has 4 free CPUs.'),
    ).toBeVisible();
    expect(screen.getByText('Quota is used up')).toBeVisible();
  });

  it('asks before it terminates', async () => {
    const api = FakeComputeClusters.create(aCluster());
    await open(api);
    await press('Terminate');
    const dialog = await screen.findByRole('dialog', {
      name: 'Terminate etl?',
    });
    const cancel = within(dialog).getByRole('button', { name: 'Cancel' });
    await waitFor(() => expect(cancel).toHaveFocus());
    await userEvent.click(cancel);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.calls).toEqual([]);
    await press('Terminate');
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Terminate',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(api.calls).toEqual(['terminate etl']);
    expect(screen.getAllByText('Stopping')[0]).toBeVisible();
  });

  it('keeps the dialog open and says why when the command is refused', async () => {
    const api = FakeComputeClusters.create(aCluster());
    await open(api);
    await press('Restart');
    api.nextError = refusal(412, 'Somebody changed it meanwhile');
    const dialog = within(screen.getByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Restart' }));
    expect(
      await dialog.findByText('Somebody changed it meanwhile'),
    ).toBeVisible();
  });

  it('starts a stopped cluster without asking', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STOPPED' }) }),
    );
    await open(api);
    await press('Start');
    await waitFor(() => expect(api.calls).toEqual(['start etl']));
    expect(await screen.findByRole('region', { name: 'Start' })).toBeVisible();
  });

  it('deletes only when the exact name was typed', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const { signals } = await open(api);
    await press('More actions for etl');
    await userEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Delete etl?' }));
    const field = dialog.getByRole('textbox', { name: 'Type etl to confirm' });
    const confirm = dialog.getByRole('button', { name: 'Delete' });
    expect(field).toHaveFocus();
    await userEvent.type(field, 'et');
    expect(confirm).toBeDisabled();
    await userEvent.type(field, 'l');
    await userEvent.click(confirm);
    await waitFor(() => expect(api.calls).toEqual(['delete etl']));
    signals.publish(api.vanish('etl'), 'removed');
    await waitFor(() =>
      expect(screen.getByRole('heading', { name: 'etl' })).toHaveFocus(),
    );
  });

  it('becomes ACTIVE by a signal, and says so to a screen reader', async () => {
    const api = FakeComputeClusters.create(
      aCluster({
        status: aStatus({
          state: 'STARTING',
          reason: 'PullingImage',
          message: 'The image is on its way.',
        }),
      }),
    );
    const { signals } = await open(api);
    const steps = screen.getByRole('region', { name: 'Start' });
    expect(within(steps).getByTitle('Scheduling: done')).toBeInTheDocument();
    expect(within(steps).getByTitle('Image: in progress')).toBeInTheDocument();
    expect(within(steps).getByTitle('Spark: to do')).toBeInTheDocument();
    signals.publish(api.observe('etl', { state: 'ACTIVE' }));
    expect(await screen.findByText('etl is Active')).toHaveAttribute(
      'aria-live',
      'polite',
    );
    expect(screen.queryByRole('region', { name: 'Start' })).toBeNull();
  });

  it('stays, with a banner, when somebody else deletes the cluster', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const { signals } = await open(api);
    signals.publish(api.vanish('etl'), 'removed');
    expect(await screen.findByText(/^etl has been deleted/)).toBeVisible();
    expect(screen.getByRole('heading', { name: 'etl' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Terminate' })).toBeNull();
  });

  it('says why it failed and what to try', async () => {
    const api = FakeComputeClusters.create(
      aCluster({
        status: aStatus({
          state: 'FAILED',
          reason: 'OutOfMemory',
          message: 'The driver needed more than 8 GiB. Take a larger one.',
          driver: { pod: null, ready: false, attempts: 5 },
        }),
      }),
    );
    api.runs = [aRun({ exitCode: 137, failureLog: 'java.lang.Oops' })];
    await open(api);
    const panel = screen.getByRole('region', {
      name: 'The driver ran out of memory',
    });
    expect(panel).toHaveTextContent('Take a larger one.');
    await waitFor(() => expect(panel).toHaveTextContent('exit code 137'));
    expect(panel).toHaveTextContent('after 5 attempts');
    expect(within(panel).getByText('java.lang.Oops')).toBeInTheDocument();
    expect(panel).toHaveTextContent(
      'driver-small has 8 GiB. Try driver-medium, which has 16 GiB.',
    );
    const configure = await within(panel).findByRole('button', {
      name: 'Configure with driver-medium',
    });
    expect(configure).toHaveAttribute(
      'href',
      `${PATH}/configure?driver=driver-medium`,
    );
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Restart as it is' }),
    );
    await userEvent.click(
      within(screen.getByRole('dialog')).getByRole('button', {
        name: 'Restart',
      }),
    );
    await waitFor(() => expect(api.calls).toEqual(['restart etl']));
  });

  it('calls a failure that it does not know by its code, and leads to the log', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'FAILED', reason: 'Unheard' }) }),
    );
    await open(api);
    const panel = screen.getByRole('region', { name: 'Failed: Unheard' });
    await userEvent.click(
      within(panel).getByRole('button', { name: 'Open the full log' }),
    );
    expect(screen.getByRole('tab', { name: 'Logs' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  });

  it('tells in words what a restart changes, and nothing of secrets', async () => {
    const api = FakeComputeClusters.create(
      aCluster({
        restartRequired: true,
        status: aStatus({ state: 'STOPPED' }),
      }),
    );
    const row = { name: null };
    api.changes = [
      { ...row, field: 'executor.max', from: '4', to: '8' },
      { ...row, field: 'autoScaling.idleTimeoutMinutes', from: '30' },
      { ...row, field: 'image', to: 'Spark 4.3' },
      { field: 'environment', name: 'PASSWORD', from: null, to: null },
      { field: 'tags', name: 'team', from: 'a' },
    ];
    await open(api);
    const changes = await screen.findByRole('region', {
      name: 'What a restart changes',
    });
    const terms = within(changes).getAllByRole('term');
    const values = within(changes).getAllByRole('definition');
    expect(
      terms.map((term, i) => `${term.textContent}: ${values[i].textContent}`),
    ).toEqual([
      'Max executors: 4becomes8',
      'Auto scaling: 30 minutes idlebecomesOff',
      'Image: Platform defaultbecomesSpark 4.3',
      'Environment variables: PASSWORD: another secret value',
      'Tags: team: abecomesnot set',
    ]);
    const [start] = screen.getAllByRole('button', { name: 'Start' });
    await waitFor(() => expect(start).toBeEnabled());
    await userEvent.click(start);
    await waitFor(() => expect(api.calls).toEqual(['start etl']));
  });

  it('tells what runs now costs', async () => {
    await open(FakeComputeClusters.create(aCluster()));
    // A driver and two executors of 21 cents.
    expect(await screen.findByText('$0.63 an hour now')).toBeVisible();
  });

  it('shows the executors of the last hour in words too', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.executorMinutes = [0, 4, 2];
    await open(api);
    expect(
      await screen.findByRole('img', {
        name: 'Executors in the last hour: at most 4, 2 in the last minute',
      }),
    ).toBeVisible();
  });

  it('tells what came of a run among what was done', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.runs = [aRun({ endedAt: SEEN_AT, endReason: 'IdleTimeout' })];
    await open(api);
    expect(await screen.findByText('run 1 ended')).toBeVisible();
    expect(screen.getByText(/· Stopped because idle/)).toBeVisible();
    expect(screen.getByText('run 1 was ready after 1 min')).toBeVisible();
  });

  it('disables what only the owner team may do', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.me = { ...api.me, ownershipEntityRefs: ['group:default/ml'] };
    await open(api);
    const terminate = await button('Terminate');
    await waitFor(() =>
      expect(terminate).toHaveAccessibleDescription(
        'Only the owner team may do this: group:default/data-engineering',
      ),
    );
    await userEvent.click(terminate);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says that there is no such cluster', async () => {
    renderPortal(PATH, FakeComputeClusters.create());
    expect(
      await screen.findByText('There is no such compute cluster'),
    ).toBeVisible();
  });

  it('has no accessibility violation', async () => {
    const { container } = await open(FakeComputeClusters.create(aCluster()));
    await button('Terminate');
    expect(await axe(container)).toHaveNoViolations();
  });
});
