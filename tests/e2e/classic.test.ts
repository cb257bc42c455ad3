import type { Locator, Page } from 'playwright-core';
import { Portal } from '../support/Portal';
import {
  accessibilityViolations,
  picture,
  PortalBrowser,
} from '../support/PortalBrowser';
import { PortalUser } from '../support/PortalUser';

jest.setTimeout(240_000);

const CLUSTERS = '/compute-clusters';
const CLUSTER = `${CLUSTERS}/demo/data-eng/etl`;

// The names of Material-UI's classes are others than in the new frontend system, and so are the frames.
describe('the classic app in the dark', () => {
  let portal: Portal;
  let browser: PortalBrowser;
  let page: Page;

  beforeAll(async () => {
    portal = await Portal.start({
      frontend: true,
      environment: { APP: 'app-legacy' },
    });
    await haveStoppedCluster(
      await PortalUser.signIn(portal.backendUrl, 'data-engineer'),
    );
    browser = await PortalBrowser.launch(portal.appUrl);
    page = await browser.signIn('data-engineer', { colorScheme: 'dark' });
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  /** Its sign-in forgets the user when a page is loaded. */
  const open = async (path: string) => {
    await page.goto(path);
    await page.getByRole('button', { name: /^data-engineer/ }).click();
  };
  const looksGood = async (name: string, part?: Locator) => {
    await picture(page, `classic ${name}`);
    expect(await accessibilityViolations(page, part)).toEqual([]);
  };

  it.each([
    ['the list', CLUSTERS, 'etl'],
    ['a cluster', CLUSTER, 'Driver node type'],
    ['the form with locked fields', `${CLUSTER}/configure`, 'Review & Save'],
  ])('%s', async (name, path, text) => {
    await open(path);
    await page.getByText(text).first().waitFor();
    await looksGood(name);
  });

  it('the form with its problems', async () => {
    await open(`${CLUSTERS}/create`);
    await page.getByRole('tab', { name: 'Review & Create' }).click();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText(/need your attention/).waitFor();
    await looksGood('problems');
  });

  it.each([
    ['an entity', '/catalog/data-eng/resource/etl', 'Compute cluster'],
    ['a team', '/catalog/default/group/data-engineering', 'Compute clusters'],
  ])('the card of %s', async (name, path, title) => {
    await open(path);
    const heading = page.getByText(title, { exact: true });
    const card = page
      .getByRole('article')
      .locator('[class*=MuiCard-root]', { has: heading });
    await card.getByText('Stopped').first().waitFor();
    await looksGood(name, card);
  });
});

async function haveStoppedCluster(user: PortalUser): Promise<void> {
  const { clusters } = user;
  const { id } = await clusters.createCluster({
    namespace: 'data-eng',
    name: 'etl',
    spec: {
      deploymentType: 'single-node',
      driver: { nodeType: 'driver-small' },
    },
  });
  await user.reaches(id, 'ACTIVE');
  await clusters.terminateCluster(id);
  await user.reaches(id, 'STOPPED');
}
