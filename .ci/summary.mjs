// Sums up Jest's results: `node .ci/summary.mjs FOLDER [FAULT…]`. Fails on a failed test, on a suite that ran no test,
// and on any fault that is not a test. The last line is the sum.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder, ...faults] = process.argv.slice(2);

function read(file) {
  const result = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  return {
    name: basename(file, '.json'),
    passed: result.numPassedTests,
    // a file that does not even load has no tests that could fail
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

const suites = readdirSync(folder)
  .filter(file => file.endsWith('.json'))
  .map(read);
const sum = key => suites.reduce((total, suite) => total + suite[key], 0);
const empty = suites.filter(({ passed, failed }) => passed + failed === 0);

for (const { name, passed, failed, skipped } of suites) {
  console.log(
    `${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
  );
}
for (const { name } of empty) console.log(`${name} ran no test`);
const bad = sum('failed') + empty.length + faults.length > 0 || !suites.length;
console.log(
  `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`,
);
process.exitCode = bad ? 1 : 0;
