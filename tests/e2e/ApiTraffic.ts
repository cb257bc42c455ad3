import type { Page } from 'playwright-core';

const API = /\/api\/(?:compute-clusters|permission)\//;

/** What the pages ask for by the clock, whoever does what. */
const BY_THE_CLOCK = /\/clusters\/by-name\/|\/health$|\/events\?/;

/** What a page asks of the compute clusters' back end. */
export class ApiTraffic {
  /** Listens from now on. */
  static watch(page: Page): ApiTraffic {
    const traffic = new ApiTraffic();
    page.on('request', request => {
      const { pathname, search } = new URL(request.url());
      const asked = `${request.method()} ${pathname}${search}`;
      if (API.test(request.url()) && !BY_THE_CLOCK.test(asked)) {
        traffic.asked.push(asked);
      }
    });
    return traffic;
  }

  private asked: string[] = [];

  private constructor() {}

  /** What was asked for since the last call, other than by the clock. */
  take(): string[] {
    const { asked } = this;
    this.asked = [];
    return asked;
  }
}
