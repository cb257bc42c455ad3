// `npm test`: installs what is missing, then runs the unit and service tests of every package.
// Arguments go on to Jest.
import { spawn } from 'node:child_process';
import { backstageCli, bootstrap, root, say } from './bootstrap.mjs';
import { startPostgres } from './postgres.mjs';

const env = { ...bootstrap(), BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
const postgres = await startPostgres();
if (postgres) {
  say(`testing on SQLite and on a private PostgreSQL`);
  env.BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING = postgres.url;
} else {
  say('testing on SQLite only: no PostgreSQL on this machine');
}

function runTests() {
  return new Promise(resolve => {
    const tests = spawn(
      process.execPath,
      [
        backstageCli,
        'repo',
        'test',
        '--watchAll=false',
        ...process.argv.slice(2),
      ],
      { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) {
      process.on(signal, () => tests.kill(signal));
    }
    tests.on('exit', code => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await runTests();
} finally {
  postgres?.stop();
}
