import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const LINE = /([0-9-]{10}T[0-9:.]+Z).*Plugin initialization started/g;

/**
 * When Backstage last began to start its plugins, by the log of the portal in this folder, in milliseconds since the
 * epoch.
 */
export function pluginStartedAt(dataDirectory: string): number {
  const log = readFileSync(join(dataDirectory, 'portal.log'), 'utf8');
  const [, time] = [...log.matchAll(LINE)].pop() ?? [];
  if (!time) {
    throw new Error('The log does not tell when the plugins were started');
  }
  return Date.parse(time);
}
