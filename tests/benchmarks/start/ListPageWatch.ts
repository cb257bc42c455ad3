import type { Page } from 'playwright-core';
import { waitUntil } from '../../support/waitUntil';
import { PortalBrowser } from '../../support/PortalBrowser';

// Runs in the page: a mutation is noted in the task that made it.
const NOTE_ACTIVE = `
  window.activeAt = {};
  new MutationObserver(() => {
    for (const row of document.querySelectorAll('tr')) {
      const name = row.querySelector('a')?.textContent;
      if (name && row.querySelector('[data-state=ACTIVE]')) {
        window.activeAt[name] ??= Date.now();
      }
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
`;

/** An open list page that notes when it showed a cluster as ACTIVE. */
export class ListPageWatch {
  static async open(appUrl: string): Promise<ListPageWatch> {
    const browser = await PortalBrowser.launch(appUrl);
    const page = await browser.signIn('data-engineer');
    await page.goto('/compute-clusters');
    await page.evaluate(NOTE_ACTIVE);
    return new ListPageWatch(browser, page);
  }

  private constructor(
    private readonly browser: PortalBrowser,
    private readonly page: Page,
  ) {}

  /** When the page's row of the cluster turned to ACTIVE, in milliseconds since the epoch. */
  async shownActiveAt(name: string): Promise<number> {
    return waitUntil(
      `the page shows ${name} as ACTIVE`,
      async () => {
        const times = await this.page.evaluate<Record<string, number>>(
          'window.activeAt',
        );
        return times[name];
      },
      { timeoutMs: 30_000, everyMs: 100 },
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}
