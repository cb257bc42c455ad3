import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitUntil } from '../../support/waitUntil';

const run = promisify(execFile);
const file = join(__dirname, '../../../../shared/kubernetes/kit');

/** A part of the kit that others depend on. */
export type KitPart = 'etcd' | 'apiserver';

/** Stops a part at once, as a crash does. */
export async function stopPart(part: KitPart): Promise<void> {
  await run(file, ['stop', part, 'KILL']);
}

/** The API server asks for a lost etcd ever more seldom: each two minutes at last. */
const READY_AGAIN = { timeoutMs: 180_000 };

/** Starts it again; resolves when the API server can do its work. */
export async function startPart(part: KitPart): Promise<void> {
  await run(file, ['start', part]);
  await waitUntil('the API server is ready', isReady, READY_AGAIN);
}

async function isReady(): Promise<boolean> {
  const ready = run(file, ['kubectl', 'get', '--raw', '/readyz']);
  return await ready.then(
    () => true,
    () => false,
  );
}
