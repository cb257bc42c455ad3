import type { Page } from 'playwright-core';
import { Portal } from '../support/Portal';
import { PortalUser } from '../support/PortalUser';
import { waitUntil } from '../support/waitUntil';
import { ApiTraffic } from './ApiTraffic';
import { ClusterPages } from './ClusterPages';
import { HeldRequests } from './HeldRequests';
import {
  accessibilityViolations,
  PortalBrowser,
  screenshot,
} from '../support/PortalBrowser';

jest.setTimeout(240_000);

const cluster = { name: 'etl', namespace: 'data-eng' };
const entityPath = `/catalog/${cluster.namespace}/resource/${cluster.name}`;
const clusterPath = `/compute-clusters/demo/${cluster.namespace}/${cluster.name}`;

const BY_NAME = /\/clusters\/by-name\//;

// Each view of the cluster, and a text that it shows once it has been read.
const views = [
  ['Connections', 'Show the token'],
  ['Configuration', 'spark.app.name'],
  ['Logs', 'HiveThriftServer2: Starting SparkContext'],
  ['Kubernetes events', 'Created pod: etl-1-'],
  ['Activity', 'Under way'],
  ['Usage', 'Together'],
] as const;

// One story: each step goes on where the one before it ended.
describe('a team starts a Spark cluster from its portal page', () => {
  let portal: Portal;
  let browser: PortalBrowser;
  let engineer: Page;
  let pages: ClusterPages;
  let loads = 0;

  beforeAll(async () => {
    portal = await Portal.start({ frontend: true });
    browser = await PortalBrowser.launch(portal.appUrl);
    engineer = await browser.signIn('data-engineer');
    engineer.on('load', () => loads++);
    pages = new ClusterPages(engineer);
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const entity = async () => {
    const user = await PortalUser.signIn(portal.backendUrl, 'data-engineer');
    const response = await user.get(
      `/api/catalog/entities/by-name/resource/${cluster.namespace}/${cluster.name}`,
    );
    return response.ok ? response.json() : undefined;
  };

  it('says what to do while there is no cluster', async () => {
    await pages.openList();
    await engineer.getByText('No compute cluster yet').waitFor();
    expect(await accessibilityViolations(engineer)).toEqual([]);
  });

  it('refuses a name that Kubernetes would refuse, on its field', async () => {
    await pages.fillIn({ ...cluster, name: 'Not a name' });
    await pages.create();
    await engineer.getByText('One field needs your attention').waitFor();
    expect(await pages.nameField.getAttribute('aria-invalid')).toBe('true');
  });

  it('creates a cluster, which becomes ACTIVE without a reload', async () => {
    await pages.openList();
    await pages.fillIn(cluster);
    await engineer.setViewportSize({ width: 1280, height: 1300 });
    await screenshot(engineer, 'create');
    await engineer.setViewportSize({ width: 1280, height: 900 });
    expect(await accessibilityViolations(engineer)).toEqual([]);
    loads = 0;
    await pages.create();
    await pages.shows('STARTING');
    await pages.shows('ACTIVE');
    expect(loads).toBe(0);
    expect(await accessibilityViolations(engineer)).toEqual([]);
  });

  it('shows the cluster in light and dark', async () => {
    await screenshot(engineer, 'detail-light');
    const page = await browser.signIn('data-engineer', { colorScheme: 'dark' });
    const darkPages = new ClusterPages(page);
    await darkPages.open(cluster.namespace, cluster.name);
    await darkPages.shows('ACTIVE');
    await page.getByText('created by').waitFor();
    await screenshot(page, 'detail-dark');
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('fits a narrow screen', async () => {
    await engineer.setViewportSize({ width: 400, height: 800 });
    await screenshot(engineer, 'detail-narrow');
    const overflow = await engineer.evaluate<number>(
      'document.documentElement.scrollWidth - innerWidth',
    );
    await engineer.setViewportSize({ width: 1280, height: 900 });
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it.each(views)('shows %s of the cluster', async (tab, text) => {
    await engineer.getByRole('tab', { name: tab }).click();
    await engineer.getByText(text).first().waitFor();
    await screenshot(engineer, tab.toLowerCase().replace(' ', '-'));
    expect(await accessibilityViolations(engineer)).toEqual([]);
  });

  it('asks for nothing again when its tabs are opened once more', async () => {
    const traffic = ApiTraffic.watch(engineer);
    await engineer.goto(clusterPath);
    const walk = async () => {
      for (const [tab, text] of [
        ...views,
        ['Details', 'Driver node type'] as const,
      ]) {
        await engineer.getByRole('tab', { name: tab }).click();
        await engineer.getByText(text).first().waitFor();
      }
      return traffic.take();
    };
    const first = await walk();
    expect(first.filter(asked => asked.includes('/logs?'))).toHaveLength(1);
    let again = await walk();
    // What changed meanwhile is read anew, once.
    if (again.length > 0) again = await walk();
    expect(again).toEqual([]);
  });

  it('opens the Spark UI of its driver in a window of its own', async () => {
    const [ui] = await Promise.all([
      engineer.context().waitForEvent('page'),
      engineer.getByRole('button', { name: /^Spark UI/ }).click(),
    ]);
    await ui.getByText('This driver is simulated').waitFor();
    await ui.getByRole('link', { name: 'Executors' }).click();
    await ui.getByRole('cell', { name: 'driver' }).waitFor();
    expect(await ui.evaluate<string>('window.origin')).toBe('null');
    await ui.close();
  });

  it('lists it', async () => {
    await pages.openList();
    await engineer.getByRole('link', { name: cluster.name }).waitFor();
    await pages.shows('ACTIVE');
    await screenshot(engineer, 'list');
    expect(await accessibilityViolations(engineer)).toEqual([]);
  });

  it.each([
    ['State', 'listbox'],
    ['Columns', 'menu'],
    [`Actions for ${cluster.name}`, 'menu'],
  ] as const)('opens %s', async (name, role) => {
    await engineer
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    const opened = engineer.getByRole(role);
    await opened.waitFor();
    expect(await accessibilityViolations(engineer, opened)).toEqual([]);
    await engineer.keyboard.press('Escape');
    await opened.waitFor({ state: 'detached' });
  });

  it('stands in the catalog, owned by the team', async () => {
    const found = await waitUntil('the entity', entity, { timeoutMs: 10_000 });
    expect(found.spec).toMatchObject({
      type: 'compute-cluster',
      owner: 'group:default/data-engineering',
    });
  });

  it('has a card on its own entity page', async () => {
    await engineer.goto(entityPath);
    await pages.shows('ACTIVE');
    await engineer.getByText('Driver node type').waitFor();
    await screenshot(engineer, 'entity-page');
    const card = pages.card('Compute cluster');
    expect(await accessibilityViolations(engineer, card)).toEqual([]);
  });

  it('has its own tabs on its entity page', async () => {
    await engineer.goto(`${entityPath}/cluster-logs`);
    await engineer
      .getByText('HiveThriftServer2: Starting SparkContext')
      .first()
      .waitFor();
    // Only our own part of Backstage's page.
    const log = engineer.getByRole('region', { name: /^Log of / });
    expect(await accessibilityViolations(engineer, log)).toEqual([]);
  });

  it('stands on the page of its team', async () => {
    await engineer.goto('/catalog/default/group/data-engineering');
    await pages.shows('ACTIVE');
    await engineer.getByRole('link', { name: cluster.name }).first().waitFor();
    await screenshot(engineer, 'team-page');
    const card = pages.card('Compute clusters');
    expect(await accessibilityViolations(engineer, card)).toEqual([]);
  });

  it('stands on the page of a component that depends on it', async () => {
    await engineer.goto('/catalog/default/component/order-tables');
    const card = pages.card('Compute clusters it depends on');
    await card.locator('[data-state=ACTIVE]').waitFor();
    expect(await accessibilityViolations(engineer, card)).toEqual([]);
  });

  it('is in the costs of all compute clusters', async () => {
    await engineer.goto('/compute-clusters/cost?groupBy=cluster');
    await engineer.getByRole('cell', { name: cluster.name }).first().waitFor();
    expect(await accessibilityViolations(engineer)).toEqual([]);
  });

  it.each<[string, string, RegExp[][], string]>([
    ['the form', '/compute-clusters/create', [], 'Name and place'],
    ['the list', '/compute-clusters', [[/\/clusters$/]], 'driver-small'],
    ['a cluster', clusterPath, [[BY_NAME]], 'Driver node type'],
    ['its card', entityPath, [[BY_NAME]], 'Driver node type'],
    [
      'its connections',
      `${clusterPath}?tab=connections`,
      [[BY_NAME], [/\/connections$/]],
      'Show the token',
    ],
    [
      'its log',
      `${clusterPath}?tab=logs`,
      [[BY_NAME], [/\/pods$/, /\/logs$/]],
      'HiveThriftServer2: Starting SparkContext',
    ],
  ])('shows %s after at most two round trips', async (_, path, trips, text) => {
    const held = await HeldRequests.hold(engineer);
    await engineer.goto(path);
    for (const trip of trips) await held.answer(trip);
    await engineer.getByText(text).first().waitFor();
    await held.release();
  });

  it('is neither seen nor touched by another team', async () => {
    const page = await browser.signIn('ml-engineer');
    await new ClusterPages(page).openList();
    await page.getByText('No compute cluster yet').waitFor();
    await new ClusterPages(page).open(cluster.namespace, cluster.name);
    await page.getByText('There is no such compute cluster').waitFor();
    expect(await page.getByRole('button', { name: 'Terminate' }).count()).toBe(
      0,
    );
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.context().close();
  });

  it('tells a person without a namespace whom to ask', async () => {
    const page = await browser.signIn('analyst');
    await new ClusterPages(page).openList();
    await page.getByText('None of your teams has a namespace').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.goto('/compute-clusters/create');
    await page.getByText('No namespace is mapped to your teams').waitFor();
    await page.goto(entityPath);
    await page.getByText('You do not see this compute cluster').waitFor();
    await page.context().close();
  });

  it('is stopped by a platform admin, and the open page of its team shows it', async () => {
    await pages.open(cluster.namespace, cluster.name);
    await pages.shows('ACTIVE');
    const admin = await browser.signIn('platform-admin');
    const adminPages = new ClusterPages(admin);
    await adminPages.openList();
    await admin.getByRole('link', { name: cluster.name }).click();
    await adminPages.command('Terminate');
    await adminPages.shows('STOPPED');
    await pages.shows('STOPPED');
    await admin.context().close();
  });

  it('is configured while it is stopped', async () => {
    await engineer.getByRole('button', { name: 'Configure' }).click();
    const most = engineer.getByRole('spinbutton', { name: 'Max executors' });
    await most.fill('2');
    expect(await accessibilityViolations(engineer)).toEqual([]);
    await engineer.getByRole('button', { name: 'Review & Save' }).click();
    await engineer.getByRole('button', { name: 'Save', exact: true }).click();
    await engineer.getByText('etl is saved. Start it').waitFor();
    await pages.shows('STOPPED');
  });

  it('is started from the menu of its entity page', async () => {
    await engineer.goto(entityPath);
    await pages.shows('STOPPED');
    await engineer
      .getByRole('button', { name: 'More actions', exact: true })
      .click();
    await engineer
      .getByRole('menuitem', { name: 'Start compute cluster' })
      .click();
    await pages.shows('ACTIVE');
    await pages.open(cluster.namespace, cluster.name);
  });

  it('is terminated by its team', async () => {
    await pages.shows('ACTIVE');
    await pages.command('Terminate');
    await pages.shows('STOPPED');
  });

  it('is terminated from the list, with all that is chosen there', async () => {
    await pages.command('Start');
    await pages.openList();
    await pages.shows('ACTIVE');
    await engineer.getByRole('checkbox', { name: /^Choose all/ }).check();
    await pages.command('Terminate');
    await pages.shows('STOPPED');
    await pages.open(cluster.namespace, cluster.name);
  });

  it('is deleted by its typed name, and its entity goes', async () => {
    const dialog = await pages.askToDelete();
    expect(await accessibilityViolations(engineer, dialog)).toEqual([]);
    await engineer.keyboard.press('Escape');
    await pages.delete(cluster.name);
    await waitUntil('the entity is gone', async () => !(await entity()), {
      timeoutMs: 10_000,
    });
    await pages.openList();
    await engineer.getByText('No compute cluster yet').waitFor();
  });

  it('lets one switch users by signing out', async () => {
    await engineer.goto('/settings');
    await engineer.getByTestId('user-settings-menu').click();
    await engineer.getByText('Sign Out').click();
    await engineer.getByRole('button', { name: /^ml-engineer/ }).click();
    await engineer.goto('/settings');
    await engineer
      .getByRole('link', { name: 'Machine Learning', exact: true })
      .waitFor();
  });
});
