import { waitUntil } from '../support/waitUntil';
import { installPythonClient, runQuery } from './pythonClient';
import { SparkTeam } from './SparkTeam';
import { SparkUiBrowser } from './SparkUiBrowser';

jest.setTimeout(600_000);

describe('the Spark UI of a real driver, through the portal', () => {
  let team: SparkTeam;
  let browser: SparkUiBrowser;
  let id: string;

  beforeAll(async () => {
    await installPythonClient();
    team = await SparkTeam.start();
    ({ id } = await team.create('ui'));
    const cluster = await team.reaches(id, 'ACTIVE');
    await team.connected(cluster, connect => runQuery(connect));
    browser = await SparkUiBrowser.launch(team.backendUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await team?.stop();
  });

  it('opens with the portal’s cookie, and all its tabs work', async () => {
    const page = await browser.open('data-engineer', id);
    await page.getByRole('heading', { name: 'Spark Jobs' }).waitFor();
    for (const [tab, title] of [
      ['Stages', 'Stages for All Jobs'],
      ['Storage', 'Storage'],
      ['Environment', 'Environment'],
      ['SQL / DataFrame', 'SQL / DataFrame'],
      ['Jobs', 'Spark Jobs'],
    ]) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByRole('heading', { name: title }).first().waitFor();
    }
    // a job, then its stage: links that Spark makes, with queries
    await page.locator('a[href*="/jobs/job/"]').first().click();
    await page.getByRole('heading', { name: /Details for Job/ }).waitFor();
    await page.locator('a[href*="/stages/stage/"]').first().click();
    await page.getByRole('heading', { name: /Details for Stage/ }).waitFor();
    await page.locator('#active-tasks-table tbody tr td').nth(1).waitFor();
    expect(page.url()).toContain(`/clusters/${id}/ui/~`);
    expect(browser.problems).toEqual([]);
    await page.context().close();
  });

  it('loads the data of the executors page by script', async () => {
    const page = await browser.open('data-engineer', id, '/executors/');
    const driver = page.locator('#active-executors-table tbody tr', {
      hasText: 'driver',
    });
    await driver.first().waitFor();
    expect(await page.evaluate('window.origin')).toBe('null');
    expect(
      await page.evaluate(
        '(() => { try { return document.cookie } catch { return "forbidden" } })()',
      ),
    ).toBe('forbidden');
    expect(browser.problems).toEqual([]);
    await page.context().close();
  });

  it('is closed to another team', async () => {
    const page = await browser.open('ml-engineer', id);
    await page.getByText('There is no such compute cluster').waitFor();
    await page.context().close();
  });

  it('says when the driver is gone', async () => {
    const page = await browser.open('data-engineer', id);
    await page.getByRole('heading', { name: 'Spark Jobs' }).waitFor();
    await team.clusters.terminateCluster(id);
    await team.reaches(id, 'STOPPED');
    await waitUntil(
      'the page tells that the cluster is stopped',
      async () => {
        await page.reload();
        return await page.getByText('is STOPPED').isVisible();
      },
      { timeoutMs: 30_000, everyMs: 500 },
    );
    await page.context().close();
  });
});
