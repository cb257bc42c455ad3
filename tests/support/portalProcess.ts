import { dirname, join, resolve } from 'node:path';

const root = dirname(dirname(__dirname));

/** How a test wants its portal. */
export interface PortalOptions {
  /** With the front end, as `npm start` does it; else the backend's process alone. */
  frontend: boolean;
  /** A real Kubernetes instead of the embedded one. */
  kubeconfig?: string;
  /** Configuration files over the demo's, relative to the repository or absolute. */
  configFiles?: string[];
  /** Of Node, for a backend alone. */
  nodeOptions?: string[];
  /** Where a built backend is; else it runs from its sources. */
  builtBackend?: string;
  /** Variables over those that every portal of a test has. */
  environment?: Record<string, string>;
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
  const sources = [
    '--require',
    require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
    'src/index',
  ];
  const args = [
    ...(options.nodeOptions ?? []),
    ...(options.builtBackend ? ['.'] : sources),
    ...files.flatMap(file => ['--config', resolve(root, file)]),
  ];
  return {
    args,
    cwd: options.builtBackend ?? join(root, 'packages', 'backend'),
  };
}
