import { Portal } from '../../support/Portal';
import { buildBackend } from './buildBackend';

// On a large machine the C library keeps an arena for each thread.
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/** Builds the portal as it is deployed and starts it, without its pages, in as little memory as it should need. */
export async function startDeployed(options: {
  kubeconfig: string;
  /** Most of Node's heap: on a large machine it lets garbage grow. */
  heapMiB: number;
  /** Over the benchmarks' own. */
  configFiles?: string[];
}): Promise<Portal> {
  const { kubeconfig, heapMiB, configFiles = [] } = options;
  return await Portal.start({
    frontend: false,
    kubeconfig,
    configFiles: ['tests/benchmarks/app-config.benchmark.yaml', ...configFiles],
    builtBackend: buildBackend(),
    nodeOptions: [`--max-old-space-size=${heapMiB}`],
    environment: FEW_ARENAS,
  });
}
