import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';

const root = dirname(dirname(__dirname));

/** How a test wants its portal. */
export interface PortalOptions {
  /** With the front end, as `npm start` does it; else the backend's process alone. */
  frontend: boolean;
  /** A real Kubernetes instead of the embedded one. */
  kubeconfig?: string;
  /** Configuration files over the demo's, relative to the repository. */
  configFiles?: string[];
}

interface PortalCommand {
  args: string[];
  cwd: string;
}

/** What to run, and where. */
export function commandOf(options: PortalOptions): PortalCommand {
  return options.frontend ? npmStart(options) : backendAlone(options);
}

function npmStart({ configFiles = [] }: PortalOptions): PortalCommand {
  return {
    args: [join(root, 'scripts', 'start.mjs'), ...configFiles],
    cwd: root,
  };
}

// Without the development server around it, so that a signal meets the backend itself.
function backendAlone(options: PortalOptions): PortalCommand {
  const files = [
    'app-config.yaml',
    ...(options.kubeconfig ? ['app-config.kubernetes.yaml'] : []),
    ...(options.configFiles ?? []),
  ];
  const args = [
    '--enable-source-maps',
    '--require',
    require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
    'src/index',
    ...files.flatMap(file => ['--config', join(root, file)]),
  ];
  return { args, cwd: join(root, 'packages', 'backend') };
}

/** The backend's process among the descendants of another. */
export function backendBelow(pid: number): number {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], {
    encoding: 'utf8',
  }).split('\n');
  const processes = lines.map(line => line.trim().split(/\s+/));
  const below = (parent: number): number | undefined => {
    for (const [child, ppid, ...args] of processes) {
      if (Number(ppid) === parent) {
        const found = args.includes('src/index')
          ? Number(child)
          : below(Number(child));
        if (found) {
          return found;
        }
      }
    }
    return undefined;
  };
  const found = below(pid);
  if (!found) {
    throw new Error(`no backend below process ${pid}`);
  }
  return found;
}
