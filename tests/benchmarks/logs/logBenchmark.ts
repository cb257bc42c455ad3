import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { KubernetesSimulator } from '@compute-clusters/kubernetes-simulator';
import { mockCredentials } from '@backstage/backend-test-utils';
import { BackendProcess } from '../../faults/support/BackendProcess';
import { bundleBackend } from '../../faults/support/bundleBackend';
import { PortalUser } from '../../support/PortalUser';
import { BackendMemory } from '../support/BackendMemory';
import { LogFirehose } from './LogFirehose';
import { LogReader } from './LogReader';

const STREAMS = 200;
const SECONDS = 15;
const SIP_EVERY_MS = 250;

/** How much memory 200 followed logs take, whose readers are slow, or absent, or fast. */
export async function logBenchmark() {
  const directory = mkdtempSync(join(tmpdir(), 'bench-logs-'));
  const file = await bundleBackend();
  const simulator = await KubernetesSimulator.start({
    namespaces: ['data-eng'],
  });
  const firehose = await LogFirehose.start(simulator.url);
  const kubeconfig = join(directory, 'kubeconfig');
  writeFileSync(
    kubeconfig,
    simulator.kubeConfigYaml().replaceAll(simulator.url, firehose.url),
  );
  const backend = BackendProcess.load({
    file,
    logFile: join(directory, 'backend.log'),
    config: configOf(directory, kubeconfig),
  });
  try {
    const url = await backend.start();
    return await measure(url, backend.pid, firehose);
  } finally {
    await backend.kill();
    firehose.stop();
    await simulator.stop();
    rmSync(directory, { recursive: true, force: true });
    rmSync(file, { force: true });
  }
}

async function measure(url: string, pid: number, firehose: LogFirehose) {
  const token = mockCredentials.user.token('user:default/data-engineer');
  const log = await logOfNewCluster(PortalUser.withToken(url, token));
  const open = () => LogReader.open(`${url}${log}?follow=true&tail=10`, token);

  say('warming up');
  const first = await open();
  first.drink();
  await setTimeout(5_000);
  first.leave();
  await setTimeout(2_000);
  const restMiB = new BackendMemory(pid).stop();

  say(`${STREAMS} logs, half of them not read, half slowly`);
  const idle = new BackendMemory(pid);
  const readers: LogReader[] = [];
  while (readers.length < STREAMS) {
    readers.push(await open());
  }
  const sips = setInterval(
    () => readers.slice(STREAMS / 2).forEach(reader => reader.sip()),
    SIP_EVERY_MS,
  );
  await setTimeout(SECONDS * 1000);
  clearInterval(sips);
  const slowMiB = idle.stop();

  say('all of them as fast as they come');
  const busy = new BackendMemory(pid);
  const before = total(readers);
  readers.forEach(reader => reader.drink());
  await setTimeout(SECONDS * 1000);
  const mibPerSecond = (total(readers) - before) / SECONDS / 1024 / 1024;
  const fastMiB = busy.stop();

  readers.forEach(reader => reader.leave());
  const left = performance.now();
  while (firehose.open > 1) {
    await setTimeout(10);
  }
  return {
    streams: STREAMS,
    restMiB,
    slowGrowthMiB: slowMiB - restMiB,
    fastGrowthMiB: fastMiB - restMiB,
    fastMiBPerSecond: Math.round(mibPerSecond),
    allLeftMs: Math.round(performance.now() - left),
  };
}

/** The path of the log of a cluster that runs. */
async function logOfNewCluster(user: PortalUser): Promise<string> {
  const { id } = await user.clusters.createCluster({
    namespace: 'data-eng',
    name: 'etl',
    spec: {
      deploymentType: 'single-node',
      driver: { nodeType: 'driver-small' },
    },
  });
  for (;;) {
    const { status } = await user.clusters.getCluster(id);
    if (status.state === 'ACTIVE') {
      return `/api/compute-clusters/clusters/${id}/logs`;
    }
    await setTimeout(100);
  }
}

function configOf(directory: string, kubeconfig: string) {
  return {
    backend: {
      baseUrl: 'http://localhost',
      database: { client: 'better-sqlite3', connection: { directory } },
    },
    computeClusters: {
      kubernetes: {
        clusters: [{ name: 'demo', kubeconfig: { path: kubeconfig } }],
      },
      namespaces: [
        { name: 'data-eng', owner: 'group:default/data-engineering' },
      ],
    },
  };
}

function total(readers: LogReader[]): number {
  return readers.reduce((sum, { read }) => sum + read, 0);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
