import { Portal } from '../../support/Portal';
import { buildBackend } from './buildBackend';

// A small container: on a large machine Node lets garbage grow, and the C library keeps an arena for each thread.
const SMALL_HEAP = ['--max-old-space-size=256'];
const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' };

/** Builds the portal as it is deployed and starts it, without its pages, in as little memory as it should need. More configuration may be added. */
export async function startDeployed(
  kubeconfig: string,
  configFiles: string[] = [],
): Promise<Portal> {
  return await Portal.start({
    frontend: false,
    kubeconfig,
    configFiles: ['tests/benchmarks/app-config.benchmark.yaml', ...configFiles],
    builtBackend: buildBackend(),
    nodeOptions: SMALL_HEAP,
    environment: FEW_ARENAS,
  });
}
