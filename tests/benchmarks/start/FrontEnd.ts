import { type ChildProcess, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { Portal } from '../../support/Portal';
import { waitUntil } from '../../support/waitUntil';

const root = dirname(dirname(dirname(__dirname)));

/** The portal's front end beside a backend that runs alone, so that the backend's memory is its own. */
export class FrontEnd {
  static async start(portal: Portal): Promise<FrontEnd> {
    const cli = join(root, 'node_modules/@backstage/cli/bin/backstage-cli');
    const child = spawn(
      process.execPath,
      [cli, 'package', 'start', '--config', join(root, 'app-config.yaml')],
      {
        cwd: join(root, 'packages', 'app'),
        env: portal.environment,
        stdio: 'ignore',
      },
    );
    await waitUntil('the front end', () => answers(portal.appUrl), {
      timeoutMs: 120_000,
    });
    return new FrontEnd(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  stop(): void {
    this.child.kill();
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  return response?.ok ?? false;
}
