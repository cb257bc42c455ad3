import { bundleBenchmark } from './bundle';
import { lifecycleBenchmark } from './lifecycle';
import { logSearchBenchmark } from './logSearch';
import { logBenchmark } from './logs';
import { startBenchmark } from './start';

// `yarn bench NAME`: prints one JSON line on standard output; what it is doing goes to standard error.
const benchmarks: Record<string, () => Promise<unknown>> = {
  bundle: bundleBenchmark,
  lifecycle: lifecycleBenchmark,
  'log-search': logSearchBenchmark,
  logs: logBenchmark,
  start: startBenchmark,
};

async function main([name = '']: string[]): Promise<void> {
  const benchmark = benchmarks[name];
  if (!benchmark) {
    const known = Object.keys(benchmarks).join(', ');
    throw new Error(`Unknown benchmark '${name}'; there is: ${known}`);
  }
  process.stdout.write(`${JSON.stringify(await benchmark())}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
