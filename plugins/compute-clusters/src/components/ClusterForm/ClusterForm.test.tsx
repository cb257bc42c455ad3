import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { refusal } from '../../__testUtils__/refusal';
import { renderPortal } from '../../__testUtils__/renderPortal';

/** The form with everything required filled in: a clone, but for its name. */
const open = async () => {
  const api = FakeComputeClusters.create(
    aCluster({ name: 'source', status: aStatus({ state: 'STOPPED' }) }),
  );
  const app = renderPortal(
    '/compute-clusters/create?clone=demo/data-eng/source',
    api,
  );
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await userEvent.type(name, 'etl');
  return { ...app, api };
};

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));
const go = (name: RegExp) => userEvent.click(screen.getByRole('tab', { name }));
const row = (name: string) => within(screen.getByRole('group', { name }));
const type = async (field: HTMLElement, text: string) => {
  await userEvent.click(field);
  await userEvent.paste(text);
};
const create = async () => {
  await press('Review & Create');
  await press('Create');
};

describe('The form of a compute cluster', () => {
  it('leads through its tabs and back', async () => {
    await open();
    const shown = () => screen.getByRole('tabpanel');
    expect(screen.getByRole('button', { name: 'Previous' })).toBeDisabled();
    for (const name of [
      'Configurations',
      'Dependencies',
      'Docker settings',
      'Tags',
      'Review & Create',
    ]) {
      await press('Next');
      expect(shown()).toHaveAccessibleName(name);
      // The button may be gone, and nothing else would tell of the other tab.
      expect(shown()).toHaveFocus();
    }
    expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
    await press('Previous');
    expect(shown()).toHaveAccessibleName('Tags');
  });

  it('sends plain values, secret values, references, lists and tags', async () => {
    const { api } = await open();
    await go(/^Configurations/);
    for (const number of [1, 2, 3]) {
      await press('Add variable');
      const name = row(`Variable ${number}`).getByLabelText(/^Name/);
      await waitFor(() => expect(name).toHaveFocus());
      await userEvent.paste(`VARIABLE_${number}`);
    }
    await type(row('Variable 1').getByLabelText('Value'), 'plain');
    await chooseKind('Variable 2', 'Secret value');
    const secret = row('Variable 2').getByLabelText(/^Secret value/, {
      selector: 'input',
    });
    expect(secret).toHaveAttribute('type', 'password');
    await type(secret, 'hunter2');
    await chooseKind('Variable 3', 'Secret reference');
    await type(row('Variable 3').getByLabelText(/^Secret name/), 'db');
    await type(row('Variable 3').getByLabelText(/^Secret key/), 'password');
    await press('Add argument');
    await type(row('Argument 1').getByRole('textbox'), 'second');
    await press('Add argument');
    await type(row('Argument 2').getByRole('textbox'), 'first');
    await press('Move Argument 2 up');
    await go(/^Dependencies/);
    await press('Add package');
    await type(row('Package 1').getByRole('textbox'), 'a:b:1');
    await go(/^Tags/);
    await press('Add tag');
    await type(row('Tag 1').getByLabelText(/^Key/), 'team');
    await type(row('Tag 1').getByLabelText('Value'), 'data');
    await go(/^Review/);
    expect(screen.getByRole('tabpanel')).not.toHaveTextContent('hunter2');
    await press('Create');
    await screen.findByRole('heading', { name: 'etl' });
    expect(api.requests[0].spec).toMatchObject({
      environment: [
        { name: 'VARIABLE_1', value: 'plain' },
        { name: 'VARIABLE_2', secret: { value: 'hunter2' } },
        {
          name: 'VARIABLE_3',
          secret: { ref: { name: 'db', key: 'password' } },
        },
      ],
      arguments: ['first', 'second'],
      dependencies: { packages: ['a:b:1'] },
      tags: { team: 'data' },
    });
  });

  it('marks each tab with errors and jumps to the first on Create', async () => {
    const { api } = await open();
    await go(/^Tags/);
    await press('Add tag');
    await go(/^Configurations/);
    await press('Add property');
    await type(row('Property 1').getByLabelText(/^Name/), 'spark.master');
    await create();
    const name = row('Property 1').getByLabelText(/^Name/);
    await waitFor(() => expect(name).toHaveFocus());
    expect(
      screen.getByText(/^This cannot be set: the platform decides/),
    ).toBeVisible();
    for (const tab of ['Configurations', 'Tags']) {
      expect(
        screen.getByRole('tab', { name: `${tab}, has errors` }),
      ).toBeVisible();
    }
    expect(screen.getByRole('tab', { name: 'General' })).toBeVisible();
    expect(api.calls).toEqual([]);
    await press('Remove Property 1');
    expect(
      await screen.findByRole('tab', { name: 'Configurations' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add property' })).toHaveFocus();
  });

  it('refuses a tag key that is there twice', async () => {
    await open();
    await go(/^Tags/);
    for (const number of [1, 2]) {
      await press('Add tag');
      await type(row(`Tag ${number}`).getByLabelText(/^Key/), 'team');
    }
    await create();
    const second = row('Tag 2').getByLabelText(/^Key/);
    await waitFor(() => expect(second).toHaveFocus());
    expect(second).toHaveAccessibleDescription('This is there twice.');
  });

  it('puts what the server says about rows on their fields', async () => {
    const { api } = await open();
    await go(/^Configurations/);
    await press('Add variable');
    await type(row('Variable 1').getByLabelText(/^Name/), 'A');
    await go(/^Dependencies/);
    await press('Add package');
    await type(row('Package 1').getByRole('textbox'), 'a:b:1');
    api.nextError = refusal(422, 'Refused', [
      {
        path: 'spec.dependencies.packages[0]',
        code: 'gone',
        message: 'There is no such package.',
      },
      { path: 'spec.environment[0].value', code: 'no', message: 'Not this.' },
    ]);
    await create();
    const value = row('Variable 1').getByLabelText('Value');
    await waitFor(() => expect(value).toHaveFocus());
    expect(value).toHaveAccessibleDescription('Not this.');
    await go(/^Dependencies/);
    expect(screen.getByText('There is no such package.')).toBeVisible();
  });

  it('keeps what only the server can take back when its tab is left', async () => {
    const { api } = await open();
    await go(/^Configurations/);
    await press('Add variable');
    await type(row('Variable 1').getByLabelText(/^Name/), 'A');
    api.nextError = refusal(422, 'Refused', [
      { path: 'name', code: 'taken', message: 'The name is taken.' },
      { path: 'spec.environment[0].value', code: 'no', message: 'Not this.' },
    ]);
    await create();
    expect(await screen.findByText('The name is taken.')).toBeVisible();
    await go(/^Tags/);
    await go(/^Configurations/);
    await go(/^Tags/);
    // The check of a tab that is left goes on behind.
    await press('Add tag');
    for (const tab of ['General', 'Configurations']) {
      expect(
        screen.getByRole('tab', { name: `${tab}, has errors` }),
      ).toBeVisible();
    }
  });

  it('shows the same request as YAML, without secret values', async () => {
    await open();
    await go(/^Configurations/);
    await press('Add variable');
    await type(row('Variable 1').getByLabelText(/^Name/), 'A');
    await chooseKind('Variable 1', 'Secret value');
    await type(
      row('Variable 1').getByLabelText(/^Secret value/, { selector: 'input' }),
      'hunter2',
    );
    await press('Review & Create');
    await press('As YAML');
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('name: etl');
    expect(dialog).toHaveTextContent('Secret values are masked');
    expect(dialog).not.toHaveTextContent('hunter2');
    expect(await axe(dialog)).toHaveNoViolations();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('has a schedule of days and times', async () => {
    const { api } = await open();
    await userEvent.click(screen.getByLabelText('Schedule'));
    const zone = screen.getByRole('textbox', { name: /^Time zone/ });
    await userEvent.clear(zone);
    await type(zone, 'Europe/Berlin');
    await userEvent.clear(row('Time 1').getByLabelText('Stop'));
    await create();
    await screen.findByRole('heading', { name: 'etl' });
    expect(api.requests[0].spec.schedule).toEqual({
      timeZone: 'Europe/Berlin',
      windows: [
        {
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          start: '08:00',
          stop: null,
        },
      ],
    });
  });

  it('asks before what was entered is lost', async () => {
    await open();
    await press('Cancel');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('etl');
    const reload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(reload);
    expect(reload.defaultPrevented).toBe(true);
    await press('Cancel');
    await userEvent.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(await screen.findByRole('link', { name: 'source' })).toBeVisible();
  });

  it.each([
    ['General', /^General/, 'Add time'],
    ['Configurations', /^Configurations/, 'Add variable'],
    ['Dependencies', /^Dependencies/, 'Add jar'],
    ['Tags', /^Tags/, 'Add tag'],
  ])('has no accessibility violation on tab %s', async (_tab, name, add) => {
    await open();
    await userEvent.click(screen.getByLabelText('Schedule'));
    await go(name);
    await press(add);
    // The hidden tabs take most of the time, and show nothing.
    expect(await axe(screen.getByRole('tabpanel'))).toHaveNoViolations();
    expect(await axe(screen.getByRole('tablist'))).toHaveNoViolations();
  });
});

async function chooseKind(name: string, kind: string) {
  await userEvent.click(row(name).getByRole('button', { name: /^Kind/ }));
  await userEvent.click(await screen.findByRole('option', { name: kind }));
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
}
