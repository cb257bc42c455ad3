import type { Locator, Page } from 'playwright-core';
import { Portal } from '../support/Portal';
import { PortalBrowser } from '../support/PortalBrowser';
import { ClusterPages } from './ClusterPages';
import { Keyboard } from './Keyboard';

jest.setTimeout(240_000);

const NAME = 'features';

// One story: each step goes on where the one before it ended. From the sign-in on, no mouse.
describe('an ML engineer runs a cluster by the keyboard alone', () => {
  let portal: Portal;
  let browser: PortalBrowser;
  let page: Page;
  let pages: ClusterPages;
  let keyboard: Keyboard;

  beforeAll(async () => {
    portal = await Portal.start({ frontend: true });
    browser = await PortalBrowser.launch(portal.appUrl);
    page = await browser.signIn('ml-engineer');
    pages = new ClusterPages(page);
    keyboard = new Keyboard(page);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const button = (name: string | RegExp) =>
    page.getByRole('button', { name, exact: true });
  const tab = (name: string | RegExp) =>
    page.getByRole('tab', { name, exact: true });
  const dialog = () => page.getByRole('dialog');
  /** What a screen reader says by itself. */
  const isTold = (text: string) =>
    page.locator('[aria-live=polite]', { hasText: text }).waitFor();
  const isSelected = async (each: Locator) =>
    (await each.getAttribute('aria-selected')) === 'true';

  /** Goes round in the dialog, either way, further than it has stops. Material-UI makes a stop of the frame around it. */
  const goRound = async () => {
    for (let stop = -6; stop < 6; stop++) {
      await keyboard.press(stop < 0 ? 'Tab' : 'Shift+Tab');
      await page.locator('.MuiDialog-root :focus').waitFor();
    }
  };
  const askToDelete = async () => {
    const opener = button(`More actions for ${NAME}`);
    await keyboard.activate(opener);
    await keyboard.activate(
      page.getByRole('menuitem', { name: 'Delete' }),
      'ArrowDown',
    );
    await keyboard.comesTo(dialog().getByRole('textbox'));
    return opener;
  };
  const closeByEscape = async (opener: Locator) => {
    await keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await keyboard.comesTo(opener);
  };

  it('opens the form', async () => {
    const sidebar = page.getByTestId('sidebar-root');
    await keyboard.activate(
      sidebar.getByRole('link', { name: 'Compute clusters' }),
    );
    await keyboard.activate(button('Create cluster').first());
    await pages.nameField.waitFor();
  });

  it('fills in a tab', async () => {
    await keyboard.goTo(pages.nameField);
    await keyboard.type(NAME);
    await keyboard.choose(button(/^Namespace/), /^ml/);
    await keyboard.goTo(page.getByRole('radio', { name: /^Multi-node/ }));
    await keyboard.press('ArrowRight');
    await keyboard.comesTo(page.getByRole('radio', { name: /^Single-node/ }));
    await keyboard.press('ArrowLeft');
    await keyboard.choose(button(/^Driver node type/), /^driver-small/);
    await keyboard.choose(button(/^Executor node type/), /^executor-small/);
    await keyboard.goTo(
      page.getByRole('spinbutton', { name: 'Max executors' }),
    );
    await keyboard.type('2');
    const scaling = page.getByRole('checkbox', { name: 'Auto scaling' });
    await keyboard.goTo(scaling);
    await keyboard.press('Space');
    expect(await scaling.isChecked()).toBe(false);
    await keyboard.press('Space');
    expect(await scaling.isChecked()).toBe(true);
  });

  it('goes from tab to tab by the arrow keys', async () => {
    await keyboard.goTo(tab('General'), 'Shift+Tab');
    await keyboard.press('ArrowDown');
    await keyboard.comesTo(tab('Configurations'));
    await keyboard.press('Enter');
    expect(await isSelected(tab('Configurations'))).toBe(true);
    await keyboard.press('End');
    await keyboard.comesTo(tab('Review & Create'));
    await keyboard.press('Home');
    await keyboard.comesTo(tab('General'));
  });

  it('adds a row and finds itself in it', async () => {
    await keyboard.activate(button('Add variable'));
    const row = page.getByRole('group', { name: 'Variable 1' });
    await keyboard.comesTo(row.getByRole('textbox', { name: 'Name' }));
    await keyboard.type('STAGE');
    await keyboard.goTo(row.getByRole('textbox', { name: 'Value' }));
    await keyboard.type('test');
    await keyboard.activate(row.getByRole('button', { name: /^Remove/ }));
    await keyboard.comesTo(button('Add variable'));
  });

  it('looks at the request as YAML, and comes back', async () => {
    await keyboard.activate(tab('Configurations'), 'Shift+Tab');
    await keyboard.activate(button('Review & Create'));
    const yaml = button('As YAML');
    await keyboard.activate(yaml);
    await keyboard.comesTo(dialog().getByRole('button', { name: 'Close' }));
    await goRound();
    await closeByEscape(yaml);
  });

  it('creates the cluster, and is told how it gets on', async () => {
    await keyboard.activate(button('Create'));
    await keyboard.comesTo(page.getByRole('heading', { name: NAME }));
    await isTold(`${NAME} is Starting`);
    await isTold(`${NAME} is Active`);
  });

  it('goes from view to view of the cluster by the arrow keys', async () => {
    await keyboard.goTo(tab('Details'));
    await keyboard.press('ArrowRight');
    await keyboard.comesTo(tab('Connections'));
    await keyboard.press('Enter');
    await button('Show the token').waitFor();
    expect(await keyboard.isOn(tab('Connections'))).toBe(true);
    await keyboard.press('End', 'Space');
    await page.getByRole('tabpanel', { name: 'Usage' }).waitFor();
    await keyboard.press('ArrowRight');
    await keyboard.comesTo(tab('Details'));
    await keyboard.press('Enter');
    expect(await isSelected(tab('Details'))).toBe(true);
  });

  it('reads the log on the full screen', async () => {
    await keyboard.activate(tab('Logs'), 'ArrowRight');
    await keyboard.activate(button('Full screen'));
    await keyboard.goTo(page.getByRole('region', { name: 'Lines of the log' }));
    await keyboard.press('Escape');
    await keyboard.goTo(button('Full screen'), 'Shift+Tab');
  });

  it.each([
    ['Terminate', 'Cancel'],
    ['Restart', 'Cancel'],
  ])('thinks better of it: %s', async (command, first) => {
    const opener = button(command);
    await keyboard.activate(opener, 'Shift+Tab');
    await keyboard.comesTo(dialog().getByRole('button', { name: first }));
    await goRound();
    await closeByEscape(opener);
  });

  it('is kept in the dialog that deletes, until it closes', async () => {
    const opener = await askToDelete();
    await goRound();
    await closeByEscape(opener);
  });

  it('opens the row of the list', async () => {
    await keyboard.activate(
      page.getByRole('link', { name: 'All compute clusters' }),
      'Shift+Tab',
    );
    await keyboard.activate(page.getByRole('link', { name: NAME }));
    await page.getByRole('heading', { name: NAME }).waitFor();
    await keyboard.activate(
      page.getByRole('link', { name: 'All compute clusters' }),
    );
    await page.getByRole('link', { name: NAME }).waitFor();
  });

  it('filters by state', async () => {
    const state = button(/^State/);
    await keyboard.activate(state);
    await keyboard.activate(
      page.getByRole('option', { name: 'Failed' }),
      'ArrowDown',
    );
    await keyboard.press('Escape');
    await keyboard.comesTo(state);
    await page.getByText('No compute cluster matches').waitFor();
    await keyboard.activate(button('Clear filters').first());
    await page.getByRole('link', { name: NAME }).waitFor();
  });

  it('chooses columns', async () => {
    const opener = button('Columns');
    await keyboard.activate(opener);
    const image = page.getByRole('menuitemcheckbox', { name: 'Image' });
    await keyboard.goTo(image, 'ArrowDown');
    await keyboard.press('Space');
    await page
      .getByRole('menuitemcheckbox', { checked: true, name: 'Image' })
      .waitFor();
    await keyboard.press('Escape');
    await keyboard.comesTo(opener);
    await page.getByRole('columnheader', { name: 'Image' }).waitFor();
  });

  it('opens the menu of a row, and closes it', async () => {
    const opener = button(`Actions for ${NAME}`);
    await keyboard.activate(opener);
    await keyboard.comesTo(page.getByRole('menuitem', { name: 'Restart' }));
    await keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await keyboard.comesTo(opener);
  });

  it('comes back to the menu of a row from the dialog behind it', async () => {
    const opener = button(`Actions for ${NAME}`);
    await keyboard.activate(opener);
    await keyboard.activate(
      page.getByRole('menuitem', { name: 'Delete' }),
      'ArrowDown',
    );
    await keyboard.comesTo(dialog().getByRole('textbox'));
    await closeByEscape(opener);
  });

  it('terminates and starts the cluster', async () => {
    await keyboard.activate(
      page.getByRole('link', { name: NAME }),
      'Shift+Tab',
    );
    const buttons = page.getByRole('group', { name: `Actions for ${NAME}` });
    await keyboard.activate(button('Terminate'));
    await keyboard.comesTo(dialog().getByRole('button', { name: 'Cancel' }));
    await keyboard.activate(
      dialog().getByRole('button', { name: 'Terminate' }),
    );
    await isTold(`${NAME} is Stopped`);
    await keyboard.comesTo(buttons);
    await keyboard.activate(button('Start'));
    await isTold(`${NAME} is Active`);
    await keyboard.comesTo(buttons);
  });

  it('deletes the cluster by its typed name', async () => {
    await askToDelete();
    await keyboard.type(NAME);
    await keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(`${NAME} has been deleted`)
      .waitFor();
    await keyboard.activate(
      page.getByRole('link', { name: 'All compute clusters' }).first(),
    );
    await page.getByText('No compute cluster yet').waitFor();
  });
});
