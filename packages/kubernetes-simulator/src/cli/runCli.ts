import { rmSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { KubernetesSimulator } from '../KubernetesSimulator';

const DEFAULT_PORT = 6444;

interface Flags {
  port: number;
  state?: string;
  kubeconfig?: string;
  namespace: string[];
  workload: 'idle' | 'demo';
}

function parsePort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('a port is a number from 0 to 65535.');
}

function parseWorkload(text: string): Flags['workload'] {
  if (text === 'idle' || text === 'demo') return text;
  throw new InvalidArgumentError('a workload is idle or demo.');
}

async function run(flags: Flags): Promise<void> {
  const simulator = await KubernetesSimulator.start({
    port: flags.port,
    stateFile: flags.state,
    namespaces: flags.namespace,
    workload: flags.workload,
  });
  const { kubeconfig } = flags;
  if (kubeconfig) {
    writeFileSync(kubeconfig, simulator.kubeConfigYaml(), { mode: 0o600 });
  }
  process.stdout.write(`Simulated Kubernetes on ${simulator.url}\n`);
  if (kubeconfig) process.stdout.write(`export KUBECONFIG=${kubeconfig}\n`);
  const stop = async () => {
    await simulator.stop();
    if (kubeconfig) rmSync(kubeconfig, { force: true });
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/**
 * The command `kubernetes-simulator`.
 *
 * @public
 */
export async function runCli(argv: string[]): Promise<void> {
  const command = new Command('kubernetes-simulator')
    .description(
      'A Kubernetes API server on 127.0.0.1 that only pretends, for demos and tests of Compute Clusters.',
    )
    .option('--port <number>', 'port to listen on', parsePort, DEFAULT_PORT)
    .option('--state <file>', 'keep everything in this file across restarts')
    .option('--kubeconfig <file>', 'write a kubeconfig that leads here')
    .option('--namespace <name...>', 'namespaces to start with', [])
    .option(
      '--workload <idle|demo>',
      'whether drivers ask for executors now and then',
      parseWorkload,
      'demo',
    )
    .showHelpAfterError();
  command.action((flags: Flags) => run(flags));
  try {
    await command.parseAsync(argv);
  } catch (error) {
    process.stderr.write(
      `${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
