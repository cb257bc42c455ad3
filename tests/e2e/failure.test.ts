import type { Page } from 'playwright-core';
import { Portal } from '../support/Portal';
import {
  accessibilityViolations,
  PortalBrowser,
  screenshot,
} from '../support/PortalBrowser';
import { ClusterPages } from './ClusterPages';

jest.setTimeout(240_000);

const NAMESPACE = 'data-eng';

// One story: each step goes on where the one before it ended.
describe('a team finds out why its cluster failed, and goes on', () => {
  let portal: Portal;
  let browser: PortalBrowser;
  let page: Page;
  let pages: ClusterPages;

  beforeAll(async () => {
    portal = await Portal.start({
      frontend: true,
      configFiles: ['tests/e2e/app-config.impatient.yaml'],
    });
    browser = await PortalBrowser.launch(portal.appUrl);
    page = await browser.signIn('data-engineer');
    pages = new ClusterPages(page);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const press = (name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  it('starts one whose driver crashes, and is told before it gives up', async () => {
    await pages.openList();
    await pages.fillIn({ name: 'nightly', namespace: NAMESPACE });
    await page.getByRole('tab', { name: 'Configurations' }).click();
    await press('Add variable');
    const row = page.getByRole('group', { name: 'Variable 1' });
    await row.getByRole('textbox', { name: 'Name' }).fill('SIMULATE');
    await row.getByRole('textbox', { name: 'Value' }).fill('crash');
    await pages.create();
    await pages.shows('STARTING');
    await page.getByText('Spark refused to start').first().waitFor();
  });

  it('creates one from a software template meanwhile', async () => {
    await page.goto('/create');
    await press('Choose');
    await page.getByRole('textbox', { name: 'Name' }).fill('orders');
    await pages.choose('Namespace', new RegExp(`^${NAMESPACE}(?!-)`));
    await press('Next');
    await page.getByRole('button', { name: /^Driver.*driver-small/ }).waitFor();
    await page
      .getByRole('button', { name: /^Executors.*executor-small/ })
      .waitFor();
    await press('Review');
    await press('Create');
    await page.getByText('Open the compute cluster').click();
    await page.getByRole('heading', { name: 'orders' }).waitFor();
    await pages.shows('ACTIVE');
  });

  it('clones it', async () => {
    await pages.takeFromMenu('Clone');
    await page.getByText('Filled in from orders').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await pages.nameField.fill('orders-again');
    await pages.create();
    await page.getByRole('heading', { name: 'orders-again' }).waitFor();
    await pages.shows('ACTIVE');
  });

  it('finds the one that failed by its state', async () => {
    await page.goto('/compute-clusters?state=FAILED');
    await page.getByRole('link', { name: 'nightly' }).click();
    await pages.shows('FAILED');
  });

  it('reads why, and the last lines of its log', async () => {
    const panel = page.getByRole('region', {
      name: 'The driver was not ready in time',
    });
    await panel.getByText('Spark refused to start').waitFor();
    await panel.getByText('The last 50 lines of the log').click();
    await panel.getByText('Exception in thread').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await screenshot(page, 'failed');
  });

  it('corrects what it configured, and restarts it', async () => {
    await page
      .getByRole('region', { name: 'The driver was not ready in time' })
      .getByRole('button', { name: 'Configure' })
      .click();
    await page.getByRole('tab', { name: 'Configurations' }).click();
    await page
      .getByRole('group', { name: 'Variable 1' })
      .getByRole('button', { name: /^Remove/ })
      .click();
    await press('Review & Save');
    await press('Save');
    await page.getByText('nightly is saved. Restart it').waitFor();
    await pages.command('Restart');
    await pages.shows('ACTIVE');
  });
});
