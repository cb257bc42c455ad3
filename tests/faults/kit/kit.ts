import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const file = join(__dirname, '../../../../shared/kubernetes/kit');

/** A part of the kit that others depend on. */
export type KitPart = 'etcd' | 'apiserver';

/** Stops a part at once, as a crash does. */
export async function stopPart(part: KitPart): Promise<void> {
  await run(file, ['stop', part, 'KILL']);
}

/** Starts it again; resolves when it serves. */
export async function startPart(part: KitPart): Promise<void> {
  await run(file, ['start', part]);
}
