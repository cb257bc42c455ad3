import { KubeConfig } from '@kubernetes/client-node';
import { Portal } from '../../support/Portal';
import { BackendMemory } from '../support/BackendMemory';
import { kubeconfigPath } from '../support/kubeconfigPath';
import { startDeployed } from '../support/startDeployed';
import { type AtRest, measureAtRest } from './atRest';
import { BareClient } from './BareClient';
import { BenchmarkUser } from './BenchmarkUser';
import { type Burst, burstOfBareClient, burstOfProduct } from './burst';
import { FrontEnd } from './FrontEnd';
import { KubernetesTimeline } from './KubernetesTimeline';
import { ListPageWatch } from './ListPageWatch';
import { COPY_PREFIX, PRODUCT_PREFIX } from './objectPattern';
import { StoreWatch } from './StoreWatch';

/** A small container. */
const HEAP_MIB = 256;
const AT_REST = 60;
/** As many clusters as the reconciler works on at once. */
const AT_ONCE = 20;
const BURST = Number(process.env.BENCH_BURST ?? 500);

function say(message: string): void {
  process.stderr.write(`bench start: ${message}\n`);
}

/** How fast clusters start, at rest and in a burst, on the Kubernetes of KUBECONFIG with its simulated nodes. */
export async function startBenchmark() {
  const kubeconfig = kubeconfigPath();
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(kubeconfig);
  const portalReadyMs = await measureReadiness();
  say('building and starting it as it is deployed');
  const portal = await startDeployed({ kubeconfig, heapMiB: HEAP_MIB });
  const user = await BenchmarkUser.signIn(portal.backendUrl);
  try {
    const figures = await measure(portal, kubeConfig, user);
    return { benchmark: 'start', portalReadyMs, ...figures };
  } finally {
    say('deleting the clusters');
    await user.deleteAll();
    await portal.stop();
  }
}

async function measureReadiness(): Promise<number> {
  say('starting the whole portal, as npm start does it');
  const portal = await Portal.start({ frontend: true });
  await portal.stop();
  return Math.round(portal.readyAfterMs);
}

async function measure(
  portal: Portal,
  kubeConfig: KubeConfig,
  user: BenchmarkUser,
) {
  const memory = new BackendMemory(portal.pid);
  const kubernetes = await KubernetesTimeline.watch(kubeConfig, {
    namespace: BenchmarkUser.namespace,
    label: `${PRODUCT_PREFIX}/cluster-id`,
  });
  const atRest = await measureWithPage(portal, kubernetes, user);
  const bareClients = await measureBareBursts(kubeConfig, user);
  say(`creating ${BURST} clusters at once`);
  const product = await burstOfProduct({ count: BURST, user, kubernetes });
  kubernetes.stop();
  const ratioTo = ({ readyPerMinute }: Burst) =>
    Math.round((product.readyPerMinute / readyPerMinute) * 100) / 100;
  return {
    ...atRest,
    burst: {
      clusters: BURST,
      product,
      ...bareClients,
      ratio: ratioTo(bareClients.byCluster),
      ratioByKind: ratioTo(bareClients.byKind),
    },
    backendMiB: memory.stop(),
  };
}

async function measureWithPage(
  portal: Portal,
  kubernetes: KubernetesTimeline,
  user: BenchmarkUser,
): Promise<AtRest> {
  say('opening the list page');
  const frontEnd = await FrontEnd.start(portal);
  const page = await ListPageWatch.open(portal.appUrl);
  const store = StoreWatch.open(portal.dataDirectory);
  say(`creating ${AT_REST} clusters one after the other`);
  try {
    return await measureAtRest({
      count: AT_REST,
      user,
      kubernetes,
      store,
      page,
    });
  } finally {
    await store.close();
    await page.close();
    frontEnd.stop();
  }
}

/** As the product makes clusters, some at a time, and all of one kind of object after the other. */
async function measureBareBursts(kubeConfig: KubeConfig, user: BenchmarkUser) {
  const pattern = await user.create('pattern');
  await user.waitFor(pattern.id, 'ACTIVE');
  const bare = await BareClient.fromCluster(kubeConfig, pattern);
  const byKind = await measureBareBurst(kubeConfig, bare, BURST);
  const byCluster = await measureBareBurst(kubeConfig, bare, AT_ONCE);
  bare.close();
  return { byCluster, byKind };
}

async function measureBareBurst(
  kubeConfig: KubeConfig,
  bare: BareClient,
  atOnce: number,
): Promise<Burst> {
  await bare.prepare();
  const kubernetes = await KubernetesTimeline.watch(kubeConfig, {
    namespace: BareClient.namespace,
    label: `${COPY_PREFIX}/cluster-id`,
  });
  say(`making ${BURST} clusters with a bare client, ${atOnce} at once`);
  const burst = await burstOfBareClient({
    count: BURST,
    atOnce,
    bare,
    kubernetes,
  });
  kubernetes.stop();
  await bare.tidy();
  return burst;
}
