import { KubeConfig } from '@kubernetes/client-node';
import { Portal } from '../../support/Portal';
import { summaryOf } from '../summary';
import { measureAtRest } from './atRest';
import { BackendMemory } from './BackendMemory';
import { BareClient } from './BareClient';
import { BenchmarkUser } from './BenchmarkUser';
import { burstOfBareClient, burstOfProduct } from './burst';
import { KubernetesTimeline } from './KubernetesTimeline';
import { ListPageWatch } from './ListPageWatch';
import { COPY_PREFIX, PRODUCT_PREFIX } from './objectPattern';

const AT_REST = 20;
const BURST = Number(process.env.BENCH_BURST ?? 500);

function say(message: string): void {
  process.stderr.write(`bench start: ${message}\n`);
}

/** How fast clusters start, at rest and in a burst, on the Kubernetes of KUBECONFIG with its simulated nodes. */
export async function startBenchmark() {
  const kubeconfig = process.env.KUBECONFIG;
  if (!kubeconfig) {
    throw new Error('Set KUBECONFIG: `../shared/kubernetes/kit up` prints it');
  }
  say('starting the portal');
  const portal = await Portal.start({
    frontend: true,
    kubeconfig,
    configFiles: ['tests/benchmarks/app-config.benchmark.yaml'],
  });
  try {
    return {
      benchmark: 'start',
      portalReadyMs: summaryOf([portal.readyAfterMs]).max,
      ...(await measure(portal, kubeconfig)),
    };
  } finally {
    await portal.stop();
  }
}

async function measure(portal: Portal, kubeconfig: string) {
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(kubeconfig);
  const user = await BenchmarkUser.signIn(portal.backendUrl);
  const memory = new BackendMemory(portal.backendPid);
  const { namespace } = BenchmarkUser;

  const product = await KubernetesTimeline.watch(kubeConfig, {
    namespace,
    label: `${PRODUCT_PREFIX}/cluster-id`,
  });
  const page = await ListPageWatch.open(portal.appUrl);
  say(`creating ${AT_REST} clusters one after the other`);
  const atRest = await measureAtRest({
    count: AT_REST,
    user,
    kubernetes: product,
    page,
  });
  await page.close();

  const bareBurst = await measureBareBurst(kubeConfig, user);
  say(`creating ${BURST} clusters at once`);
  const burst = await burstOfProduct({
    count: BURST,
    user,
    kubernetes: product,
  });
  const backendMiB = memory.stop();
  product.stop();
  say('deleting them');
  await user.deleteAll();
  return {
    ...atRest,
    burst: {
      clusters: BURST,
      product: burst,
      bareClient: bareBurst,
      ratio: round(burst.readyPerMinute / bareBurst.readyPerMinute),
    },
    backendMiB,
  };
}

async function measureBareBurst(kubeConfig: KubeConfig, user: BenchmarkUser) {
  const pattern = await user.create('pattern');
  await user.reachedAt(pattern.id, 'ACTIVE');
  const bare = await BareClient.fromCluster(kubeConfig, pattern);
  await bare.prepare();
  const kubernetes = await KubernetesTimeline.watch(kubeConfig, {
    namespace: BareClient.namespace,
    label: `${COPY_PREFIX}/cluster-id`,
  });
  say(`making the objects of ${BURST} clusters with a bare client`);
  const burst = await burstOfBareClient({ count: BURST, bare, kubernetes });
  kubernetes.stop();
  await bare.close();
  return burst;
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
