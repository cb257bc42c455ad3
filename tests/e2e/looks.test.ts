import type { Locator, Page } from 'playwright-core';
import { Portal } from '../support/Portal';
import { PortalUser } from '../support/PortalUser';
import {
  accessibilityViolations,
  PortalBrowser,
  picture,
} from '../support/PortalBrowser';

jest.setTimeout(600_000);

/** The others, light and wide, are those of the stories. */
const LOOKS = [
  { look: 'dark', colorScheme: 'dark', width: 1280 },
  { look: 'narrow', colorScheme: 'light', width: 400 },
] as const;

const HEIGHT = 900;

interface View {
  path: string;
  /** Of the form, to be opened. */
  tab?: string;
  /** To be pressed then. */
  button?: string;
  /** What it shows once it is complete. */
  text: string | RegExp;
  /** The frame around it is Backstage's. */
  part?: (page: Page) => Locator;
}

const card = (title: string) => (page: Page) =>
  page.locator('.MuiCard-root', {
    has: page.getByText(title, { exact: true }),
  });

const CLUSTERS = '/compute-clusters';
const FORM = `${CLUSTERS}/create`;
const RUNNING = `${CLUSTERS}/demo/data-eng/running`;
const STOPPED = `${CLUSTERS}/demo/data-eng/stopped`;
const ENTITY = '/catalog/data-eng/resource/running';

const VIEWS: Record<string, View> = {
  'the list': { path: CLUSTERS, text: 'stopped' },
  'a list of nothing': {
    path: `${CLUSTERS}?text=absent`,
    text: 'No compute cluster matches',
  },
  'the costs': { path: `${CLUSTERS}/cost`, text: 'Data Engineering' },
  'the costs by day': {
    path: `${CLUSTERS}/cost?groupBy=day`,
    text: 'Together',
  },
  'the form': { path: FORM, text: 'Name and place' },
  'its configurations': {
    path: FORM,
    tab: 'Configurations',
    text: 'Add variable',
  },
  'its dependencies': { path: FORM, tab: 'Dependencies', text: 'Add jar' },
  'its image': { path: FORM, tab: 'Docker settings', text: 'Image' },
  'its tags': { path: FORM, tab: 'Tags', text: 'Add tag' },
  'its problems': {
    path: FORM,
    tab: 'Review & Create',
    button: 'Create',
    text: /your attention/,
  },
  'it as YAML': {
    path: FORM,
    tab: 'Review & Create',
    button: 'As YAML',
    text: 'The request as YAML',
    part: page => page.getByRole('dialog'),
  },
  'a clone': {
    path: `${FORM}?clone=demo/data-eng/stopped`,
    text: 'Filled in from stopped',
  },
  'the form that configures': {
    path: `${STOPPED}/configure`,
    text: 'Review & Save',
  },
  'a stopped cluster': { path: STOPPED, text: 'Driver node type' },
  'a running cluster': { path: RUNNING, text: 'Driver node type' },
  'its connections': {
    path: `${RUNNING}?tab=connections`,
    text: 'Show the token',
  },
  'its configuration': {
    path: `${RUNNING}?tab=configuration`,
    text: 'spark.app.name',
  },
  'its log': { path: `${RUNNING}?tab=logs`, text: 'HiveThriftServer2' },
  'its events': { path: `${RUNNING}?tab=events`, text: 'Pulled' },
  'its activity': { path: `${RUNNING}?tab=activity`, text: 'Under way' },
  'its usage': { path: `${RUNNING}?tab=usage`, text: 'Together' },
  'its entity': {
    path: ENTITY,
    text: 'Driver node type',
    part: card('Compute cluster'),
  },
  'its team': {
    path: '/catalog/default/group/data-engineering',
    text: 'stopped',
    part: card('Compute clusters'),
  },
  // Last, since it takes some time to fail.
  'a failed cluster': {
    path: `${CLUSTERS}/demo/data-eng/failed`,
    text: 'The last 50 lines of the log',
  },
};

describe('every page in every look', () => {
  let portal: Portal;
  let browser: PortalBrowser;

  beforeAll(async () => {
    portal = await Portal.start({
      frontend: true,
      configFiles: ['tests/e2e/app-config.impatient.yaml'],
    });
    browser = await PortalBrowser.launch(portal.appUrl);
    await haveClusters(
      await PortalUser.signIn(portal.backendUrl, 'data-engineer'),
    );
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  describe.each(LOOKS)('$look', ({ look, colorScheme, width }) => {
    let page: Page;

    beforeAll(async () => {
      page = await browser.signIn('data-engineer', { colorScheme });
      await page.setViewportSize({ width, height: HEIGHT });
    });
    afterAll(async () => {
      await page?.context().close();
    });

    it.each(Object.entries(VIEWS))('%s', async (name, view) => {
      await page.goto(view.path);
      if (view.tab) {
        await page.getByRole('tab', { name: view.tab, exact: true }).click();
      }
      if (view.button) {
        await page
          .getByRole('button', { name: view.button, exact: true })
          .click();
      }
      await page.getByText(view.text).first().waitFor();
      await picture(page, `${name} (${look})`);
      expect(await accessibilityViolations(page, view.part?.(page))).toEqual(
        [],
      );
      expect(await widthBeside(page, view.part)).toBeLessThanOrEqual(0);
    });
  });
});

/** How much wider than the window the page is, if all of it is ours. */
async function widthBeside(page: Page, part: View['part']): Promise<number> {
  return part
    ? 0
    : await page.evaluate<number>(
        'document.documentElement.scrollWidth - innerWidth',
      );
}

/** One of each state that stays. */
async function haveClusters(user: PortalUser): Promise<void> {
  const { clusters } = user;
  const create = (name: string, more = {}) =>
    clusters.createCluster({
      namespace: 'data-eng',
      name,
      spec: {
        driver: { nodeType: 'driver-small' },
        executor: { nodeType: 'executor-small', min: 1, max: 4 },
        tags: { service: name },
        ...more,
      },
    });
  const running = await create('running');
  const stopped = await create('stopped');
  await create('failed', {
    environment: [{ name: 'SIMULATE', value: 'crash' }],
  });
  await user.reaches(running.id, 'ACTIVE');
  await user.reaches(stopped.id, 'ACTIVE');
  await clusters.terminateCluster(stopped.id);
  await user.reaches(stopped.id, 'STOPPED');
}
