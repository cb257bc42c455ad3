import type { Page } from 'playwright-core';
import { Portal } from '../../support/Portal';
import { PortalBrowser } from '../../support/PortalBrowser';
import { PortalUser } from '../../support/PortalUser';
import { buildBackend } from '../support/buildBackend';
import { summaryOf } from '../summary';
import { KeyPaints } from './KeyPaints';

const LINES = 50_000;
const KEY_EVERY_MS = 120;

/** Each is typed, and taken back key by key: parts of many lines, of few and of none. */
const SEARCHES = ['TaskSetManager', 'stage 4711', 'nowhere'];

function say(message: string): void {
  process.stderr.write(`bench log-search: ${message}\n`);
}

/** How smoothly one types into the search of a log of 50,000 lines, in Chromium with the built portal. */
export async function logSearchBenchmark() {
  say('building and starting the portal as it is deployed');
  const portal = await Portal.start({
    frontend: false,
    builtBackend: buildBackend(),
  });
  const browser = await PortalBrowser.launch(portal.backendUrl);
  try {
    const user = await PortalUser.signIn(portal.backendUrl, 'data-engineer');
    await createCluster(user);
    const page = await browser.signIn('data-engineer');
    await openLongLog(page);
    say('typing');
    return {
      benchmark: 'log-search',
      lines: LINES,
      keyToPaintMs: summaryOf(await typeAll(page)),
    };
  } finally {
    await browser.close();
    await portal.stop();
  }
}

async function createCluster(user: PortalUser): Promise<void> {
  const { id } = await user.clusters.createCluster({
    namespace: 'data-eng',
    name: 'etl',
    spec: {
      deploymentType: 'single-node',
      driver: { nodeType: 'driver-small' },
    },
  });
  await user.reaches(id, 'ACTIVE');
}

/** The log comes from here: the embedded Kubernetes writes no long ones. */
async function openLongLog(page: Page): Promise<void> {
  const body = Array.from({ length: LINES }, (_, i) => lineOf(i)).join('');
  let asked = 0;
  await page.route(/\/clusters\/[^/]+\/logs\?/, async route => {
    asked += 1;
    // What follows the first answer is never answered: the log grows no more.
    if (asked === 1) {
      await route.fulfill({ contentType: 'text/plain', body });
    }
  });
  await page.goto('/compute-clusters/demo/data-eng/etl?tab=logs');
  await page
    .getByText(`stage ${LINES - 1}.0`)
    .first()
    .waitFor();
}

function lineOf(number: number): string {
  return `26/01/01 12:00:00 INFO TaskSetManager: Finished task ${
    number % 97
  }.0 in stage ${number}.0 (TID ${number}) in ${number % 4013} ms on 10.1.2.${
    number % 250
  } (executor ${number % 31}) (${number % 200}/200)\n`;
}

async function typeAll(page: Page): Promise<number[]> {
  const paints = await KeyPaints.note(page);
  await page.getByRole('searchbox', { name: 'Search' }).click();
  for (const search of SEARCHES) {
    await page.keyboard.type(search, { delay: KEY_EVERY_MS });
    for (let i = 0; i < search.length; i++) {
      await page.keyboard.press('Backspace', { delay: KEY_EVERY_MS });
    }
  }
  return paints.taken();
}
