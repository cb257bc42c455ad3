import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from 'playwright-core';

const root = dirname(dirname(__dirname));
const images = join(root, 'docs', 'images');

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** How Chromium starts. */
export const CHROMIUM = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ],
};

/** Chromium, as the people of the portal use it: one window for each. */
export class PortalBrowser {
  /** Starts Chromium: Debian's, or the one that CHROMIUM names. */
  static async launch(appUrl: string): Promise<PortalBrowser> {
    const browser = await chromium.launch(CHROMIUM);
    return new PortalBrowser(browser, appUrl);
  }

  private constructor(
    private readonly browser: Browser,
    private readonly appUrl: string,
  ) {}

  /** A window of its own in which the user has signed in. */
  async signIn(
    name: string,
    options: Pick<BrowserContextOptions, 'colorScheme'> = {},
  ): Promise<Page> {
    const page = await this.open(options);
    await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
    await linkInSidebar(page).waitFor();
    return page;
  }

  /** A window of its own in which the guest of a new Backstage app looks at the compute clusters. */
  async enterAsGuest(): Promise<Page> {
    const page = await this.open();
    const enter = page.getByRole('button', { name: 'Enter' });
    const link = linkInSidebar(page);
    await enter.or(link).waitFor();
    if (await enter.isVisible()) {
      await enter.click();
    }
    await link.click();
    return page;
  }

  private async open(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({
      baseURL: this.appUrl,
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto('/');
    return page;
  }

  /** Stops Chromium. */
  async close(): Promise<void> {
    await this.browser.close();
  }
}

function linkInSidebar(page: Page): Locator {
  return page
    .getByTestId('sidebar-root')
    .getByRole('link', { name: 'Compute clusters' });
}

// What fades in has too little contrast until it is there, and what moves is between two places.
const FADED_IN = `document
  .getAnimations()
  .every(each => !(each instanceof CSSTransition) || each.playState !== 'running')`;

/**
 * What axe finds against WCAG 2.1 A and AA on the page's own part, or on a part of it. The frame around it is
 * Backstage's.
 */
export async function accessibilityViolations(
  page: Page,
  part: Locator = page.locator('article').first(),
): Promise<string[]> {
  await page.evaluate(axe.source);
  await page.waitForFunction(FADED_IN);
  const { violations } = await part.evaluate(
    (element, runOnly) => window.axe.run(element, { runOnly }),
    ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ any, all, none, html }) => {
      const [check] = [...any, ...all, ...none];
      return `${id}: ${check?.message ?? ''} ${html}`;
    }),
  );
}

/** Makes a picture for the documentation, when SCREENSHOTS asks for it. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) {
    return;
  }
  // A menu that closes still fades.
  await page.locator('.MuiPopover-root').waitFor({ state: 'detached' });
  await page.waitForFunction(FADED_IN);
  mkdirSync(images, { recursive: true });
  await page.screenshot({ path: join(images, `${name}.png`) });
}

/** Makes a picture to look at, in the folder that LOOKS names. */
export async function picture(page: Page, name: string): Promise<void> {
  const { LOOKS } = process.env;
  if (LOOKS) {
    await page.waitForFunction(FADED_IN);
    await page.screenshot({ path: join(LOOKS, `${name}.png`), fullPage: true });
  }
}
