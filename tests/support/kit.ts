import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitUntil } from './waitUntil';

const run = promisify(execFile);
const file = join(__dirname, '../../../shared/kubernetes/kit');

/** A part of the kit that a test may stop. */
export type KitPart = 'etcd' | 'apiserver' | 'kubelet';

/** Stops a part at once, as a crash does. */
export async function stopPart(part: KitPart): Promise<void> {
  await run(file, ['stop', part, 'KILL']);
}

/** The API server asks for a lost etcd ever more seldom: each two minutes at last. */
const READY_AGAIN = { timeoutMs: 180_000 };

/** Of each kind that the portal uses. After two minutes without etcd the last came back 71 s after the first. */
const COLLECTIONS = [
  '/api/v1/namespaces',
  ...[
    'configmaps',
    'events',
    'limitranges',
    'pods',
    'resourcequotas',
    'secrets',
    'serviceaccounts',
    'services',
  ].map(kind => `/api/v1/${kind}`),
  '/apis/batch/v1/jobs',
  '/apis/networking.k8s.io/v1/networkpolicies',
  '/apis/rbac.authorization.k8s.io/v1/rolebindings',
  '/apis/rbac.authorization.k8s.io/v1/roles',
];

/**
 * Starts it again; resolves when the API server can do its work. That it says it is ready is not enough: it has a
 * connection to etcd for each kind, which all come back at their own time.
 */
export async function startPart(part: KitPart): Promise<void> {
  await run(file, ['start', part]);
  await Promise.all(
    ['/readyz', ...COLLECTIONS.map(path => `${path}?limit=1`)].map(path =>
      waitUntil(`${path} answers`, () => answers(path), READY_AGAIN),
    ),
  );
}

async function answers(path: string): Promise<boolean> {
  const answer = run(
    file,
    ['kubectl', '--request-timeout', '5s', 'get', '--raw', path],
    { maxBuffer: 16 * 1024 * 1024 },
  );
  return await answer.then(
    () => true,
    () => false,
  );
}
