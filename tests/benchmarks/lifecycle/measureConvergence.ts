import type { Portal } from '../../support/Portal';
import { pluginStartedAt } from './pluginStartedAt';
import { processSeconds } from './processSeconds';

/** How long after a crash the store tells the truth again, in milliseconds. */
export interface Convergence {
  /** How long the backend was away. */
  awayMs: number;
  fromProcessMs: number;
  /** From when Backstage started the plugin. */
  fromPluginMs: number;
  /** Processor time of the backend for it, with its own start. */
  cpuSeconds: number;
}

/** Kills the backend, changes the world, and starts the backend again. */
export async function measureConvergence(
  portal: Portal,
  world: {
    change: () => Promise<void>;
    /** Resolves with when the store told of every change. */
    isRight: () => Promise<number>;
  },
): Promise<Convergence> {
  await portal.kill();
  const killed = Date.now();
  await world.change();
  const started = Date.now();
  const restarted = portal.restart();
  const right = await world.isRight();
  const cpuSeconds = processSeconds(portal.pid);
  await restarted;
  return {
    awayMs: started - killed,
    fromProcessMs: right - started,
    fromPluginMs: right - pluginStartedAt(portal.dataDirectory),
    cpuSeconds,
  };
}
