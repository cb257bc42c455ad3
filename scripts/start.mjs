// `npm start`: installs what is missing, starts the demo portal, prints its address when it answers.
//
// PORT, BACKEND_PORT            other ports than 3000 and 7007
// DATA_DIRECTORY                another place than .data for the databases
// COMPUTE_CLUSTERS_KUBECONFIG   a real Kubernetes instead of the embedded one
// APP                           app-legacy for the classic frontend system
// arguments                     more configuration files, over the demo's
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { backstageCli, bootstrap, root, say } from './bootstrap.mjs';

const appPort = Number(process.env.PORT ?? 3000);
const backendPort = Number(process.env.BACKEND_PORT ?? 7007);
const appUrl = `http://localhost:${appPort}`;
const backendUrl = `http://localhost:${backendPort}`;
const kubeconfig = process.env.COMPUTE_CLUSTERS_KUBECONFIG;
const app = process.env.APP || 'app';

function configFiles() {
  const files = ['app-config.yaml'];
  if (kubeconfig) files.push('app-config.kubernetes.yaml');
  files.push(...process.argv.slice(2));
  return files.flatMap(file => ['--config', resolve(root, file)]);
}

// Backstage reads APP_CONFIG_* over the configuration files.
function configOverrides() {
  const overrides = {};
  if (process.env.PORT || process.env.BACKEND_PORT) {
    Object.assign(overrides, {
      APP_CONFIG_app_baseUrl: JSON.stringify(appUrl),
      APP_CONFIG_backend_baseUrl: JSON.stringify(backendUrl),
      APP_CONFIG_backend_listen_port: String(backendPort),
      APP_CONFIG_backend_cors_origin: JSON.stringify(appUrl),
    });
  }
  if (process.env.DATA_DIRECTORY) {
    const directory = resolve(process.env.DATA_DIRECTORY);
    overrides.APP_CONFIG_backend_database_connection_directory =
      JSON.stringify(directory);
    overrides.APP_CONFIG_kubernetesSimulator_stateFile = JSON.stringify(
      join(directory, 'kubernetes.json'),
    );
  }
  if (kubeconfig) overrides.COMPUTE_CLUSTERS_KUBECONFIG = resolve(kubeconfig);
  return overrides;
}

function startPortal(env) {
  const portal = spawn(
    process.execPath,
    [backstageCli, 'repo', 'start', app, 'backend', ...configFiles()],
    {
      cwd: root,
      env: { ...env, ...configOverrides() },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true, // a process group of its own, so that all of it can be stopped
    },
  );
  portal.on('exit', code => process.exit(code ?? 1));
  return portal;
}

function stopOnSignals(portal) {
  const signalGroup = signal => {
    if (process.platform === 'win32') portal.kill(signal);
    else process.kill(-portal.pid, signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      say('stopping');
      signalGroup('SIGTERM');
      setTimeout(() => signalGroup('SIGKILL'), 10_000).unref();
    });
  }
}

async function answers(url) {
  const response = await fetch(url, {
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  }).catch(() => undefined);
  return response?.ok ?? false;
}

// A user can sign in when the catalog has loaded the organisation.
async function isReady() {
  const checks = [
    appUrl,
    `${backendUrl}/.backstage/health/v1/readiness`,
    `${backendUrl}/api/auth/demo/refresh?user=data-engineer`,
  ];
  return (await Promise.all(checks.map(answers))).every(Boolean);
}

async function announceWhenReady(since) {
  while (!(await isReady())) {
    await new Promise(wait => setTimeout(wait, 250));
  }
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  say(`the portal is ready after ${seconds} s: ${appUrl} (Ctrl-C stops it)`);
}

const env = bootstrap();
const since = performance.now();
say(
  `starting the demo portal on ${
    kubeconfig ? `Kubernetes of ${kubeconfig}` : 'the embedded Kubernetes'
  }`,
);
stopOnSignals(startPortal(env));
await announceWhenReady(since);
