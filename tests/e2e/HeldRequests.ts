import type { Page, Route } from 'playwright-core';
import { waitUntil } from '../support/waitUntil';

const API = /\/api\/(?:compute-clusters|permission)\//;

/** Answers a page trip by trip: what no trip has named waits for ever. */
export class HeldRequests {
  /** From now on, nothing is answered. */
  static async hold(page: Page): Promise<HeldRequests> {
    const held = new HeldRequests(page);
    await page.route(API, route => held.take(route));
    return held;
  }

  private readonly answered: RegExp[] = [];
  private waiting: Route[] = [];

  private constructor(private readonly page: Page) {}

  /** Answers requests for these paths, but none before the page has asked for all of them. */
  async answer(paths: readonly RegExp[]): Promise<void> {
    const isAsked = (path: RegExp) =>
      this.waiting.some(route => path.test(pathOf(route)));
    await waitUntil(
      `the page asks for ${paths.join(' and ')}`,
      () => paths.every(isAsked),
      { timeoutMs: 30_000 },
    );
    this.answered.push(...paths);
    const waiting = this.waiting;
    this.waiting = [];
    await Promise.all(waiting.map(route => this.take(route)));
  }

  /** From now on, everything is answered. */
  async release(): Promise<void> {
    await this.page.unrouteAll();
  }

  private async take(route: Route): Promise<void> {
    const path = pathOf(route);
    if (this.answered.some(each => each.test(path))) await route.continue();
    else this.waiting.push(route);
  }
}

function pathOf(route: Route): string {
  return new URL(route.request().url()).pathname;
}
