import type { Page } from 'playwright-core';
import { ClusterPages } from '../e2e/ClusterPages';
import { PortalBrowser, screenshot } from '../support/PortalBrowser';
import { waitUntil } from '../support/waitUntil';
import { installPythonClient, runQuery } from './pythonClient';
import { SparkTeam } from './SparkTeam';

jest.setTimeout(600_000);

const STARTED = 300_000;
const GONE = { timeoutMs: 60_000, everyMs: 250 };

// One story: each step goes on where the one before it ended.
describe('a team and real Spark, on the portal’s pages', () => {
  const name = `story-${Date.now().toString(36)}`;
  let team: SparkTeam;
  let browser: PortalBrowser;
  let page: Page;
  let pages: ClusterPages;

  beforeAll(async () => {
    await installPythonClient();
    team = await SparkTeam.start({ frontend: true });
    browser = await PortalBrowser.launch(team.appUrl);
    page = await browser.signIn('data-engineer');
    pages = new ClusterPages(page);
  });
  afterAll(async () => {
    await browser?.close();
    await team?.stop();
  });

  const openTab = async (tab: string) =>
    await page.getByRole('tab', { name: tab }).click();

  it('creates a cluster, whose driver becomes ready before their eyes', async () => {
    await pages.openList();
    await pages.fillIn({ name, namespace: 'data-eng' }, 'tiny');
    await pages.create();
    await pages.shows('STARTING');
    page.setDefaultTimeout(STARTED);
    await pages.shows('ACTIVE');
    page.setDefaultTimeout(30_000);
  });

  it('runs a query with the token of the page, which counts its executors', async () => {
    await openTab('Connections');
    await page.getByRole('button', { name: 'Show the token' }).click();
    const token = await page
      .getByRole('region', { name: 'Token', exact: true })
      .innerText();
    await openTab('Details');
    await team.connected(await team.named(name), async ({ port }) => {
      const query = runQuery({ port, token });
      await Promise.race([
        page
          .getByText(/^Running [12]/)
          .first()
          .waitFor({ timeout: STARTED }),
        query.then(() => {
          throw new Error('the page told of no executors');
        }),
      ]);
      await screenshot(page, 'real-spark');
      expect(await query).toBe('total=499999500000 distinct=4000000');
    });
  });

  it('finds what Spark says in its log', async () => {
    await openTab('Logs');
    await page.getByLabel('Search the log').fill('HiveThriftServer2');
    await page
      .getByText(/HiveThriftServer2/)
      .first()
      .waitFor();
  });

  it('opens Spark’s own page in a tab of its own', async () => {
    const [sparkUi] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('button', { name: /^Spark UI/ }).click(),
    ]);
    await sparkUi.getByRole('heading', { name: 'Spark Jobs' }).waitFor();
    await sparkUi.close();
  });

  it('terminates and deletes it, and nothing is left', async () => {
    const cluster = await team.named(name);
    const objects = team.objectsOf(cluster);
    await pages.command('Terminate');
    await pages.shows('STOPPED');
    expect(await objects.workload()).toEqual([]);
    await pages.delete(name);
    await waitUntil(
      'everything is gone',
      async () => (await objects.all()).length === 0,
      GONE,
    );
  });
});
