import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the reflectors need for the first list of all pods, in a process of their own. */
export interface Reflectors {
  pods: number;
  syncMs: number;
  /** How long nothing else got its turn. */
  longestBlockMs: number;
  heapMBPer10000Pods: number;
  /** At its highest, of the whole process. */
  rssMB: number;
}

/** Starts the process and waits for what it tells. */
export async function measureReflectors(
  kubeconfig: string,
): Promise<Reflectors> {
  const { stdout } = await run(
    process.execPath,
    [
      '--expose-gc',
      '--require',
      require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      join(__dirname, 'reflectorProcess.ts'),
    ],
    { env: { ...process.env, KUBECONFIG: kubeconfig } },
  );
  const { heapMB, ...figures } = JSON.parse(stdout);
  const heapMBPer10000Pods = Math.round((heapMB / figures.pods) * 100_000) / 10;
  return { ...figures, heapMBPer10000Pods };
}
