import { type Browser, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from '../support/PortalBrowser';
import { PortalUser } from '../support/PortalUser';

/** Chromium with nothing of the portal but its cookie, as the tab has it that opens a Spark UI. */
export class SparkUiBrowser {
  static async launch(backendUrl: string): Promise<SparkUiBrowser> {
    return new SparkUiBrowser(await chromium.launch(CHROMIUM), backendUrl);
  }

  /** What scripts of the last page complained of, and what it could not load. */
  problems: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly backendUrl: string,
  ) {}

  /** Opens a page of a cluster's Spark UI in a window of its own, as a user of the demo. */
  async open(user: string, clusterId: string, path = '/'): Promise<Page> {
    const context = await this.browser.newContext();
    const api = `${this.backendUrl}/api/compute-clusters`;
    const { token } = await PortalUser.signIn(this.backendUrl, user);
    const issued = await context.request.get(
      `${api}/.backstage/auth/v1/cookie`,
      {
        headers: { Authorization: `Bearer ${token}` },
      },
    );
    if (!issued.ok()) {
      throw new Error(`No cookie for ${user}: ${issued.status()}`);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    this.problems = [];
    page.on('pageerror', error => this.problems.push(error.message));
    page.on('requestfailed', request => {
      const error = request.failure()?.errorText ?? '';
      // what a page had not loaded yet when the next one was opened
      if (error !== 'net::ERR_ABORTED') {
        this.problems.push(`${request.url()}: ${error}`);
      }
    });
    await page.goto(`${api}/clusters/${clusterId}/ui${path}`);
    return page;
  }

  /** Stops Chromium. */
  async close(): Promise<void> {
    await this.browser.close();
  }
}
