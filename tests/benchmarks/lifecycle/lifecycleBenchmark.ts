import { KubeConfig } from '@kubernetes/client-node';
import type { Portal } from '../../support/Portal';
import { BackendMemory } from '../support/BackendMemory';
import { KeepAliveHttp } from '../support/KeepAliveHttp';
import { kubeconfigPath } from '../support/kubeconfigPath';
import { startDeployed } from '../support/startDeployed';
import { measureRest } from './atRest';
import { ClusterPods } from './ClusterPods';
import { createClusters, EXECUTORS } from './createClusters';
import { measureConvergence } from './measureConvergence';
import { measureOutage } from './measureOutage';
import { measureReflectors } from './measureReflectors';
import {
  measureDriverChanges,
  measurePodChanges,
  measureTouches,
} from './podChanges';
import { RequestCounter } from './RequestCounter';
import { StoredClusters } from './StoredClusters';
import { TeamNamespaces } from './TeamNamespaces';
import { untilQuiet } from './untilQuiet';

const CLUSTERS = Number(process.env.BENCH_CLUSTERS ?? 2_000);
const REST_SECONDS = 60;
/** 256 did not hold the demo portal with its search over 2,000 entities. */
const HEAP_MIB = 384;
/** Of each so many clusters one changes while the backend is away. */
const SOME = 20;

function say(message: string): void {
  process.stderr.write(`bench lifecycle: ${message}\n`);
}

/** How the backend keeps up with many clusters, on the Kubernetes of KUBECONFIG with its simulated nodes. */
export async function lifecycleBenchmark() {
  const kubeconfig = kubeconfigPath();
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromFile(kubeconfig);
  const http = new KeepAliveHttp(kubeConfig);
  const namespaces = await TeamNamespaces.create(http, CLUSTERS);
  const counter = await RequestCounter.create(
    http,
    kubeConfig,
    namespaces.of(0),
  );
  try {
    return await measure({ kubeconfig, http, counter, namespaces });
  } finally {
    say('removing all that was made');
    await counter.remove();
    await namespaces.remove();
    http.close();
  }
}

interface Tools {
  kubeconfig: string;
  http: KeepAliveHttp;
  counter: RequestCounter;
  namespaces: TeamNamespaces;
}

async function measure(tools: Tools) {
  say('asking a server that hangs up');
  const outage = await measureOutage();
  say('building and starting the backend as it is deployed');
  const portal = await startDeployed({
    kubeconfig: tools.counter.kubeconfig,
    heapMiB: HEAP_MIB,
    configFiles: [tools.namespaces.configFile],
  });
  const store = StoredClusters.open(portal.dataDirectory);
  try {
    const figures = await measurePortal(portal, store, tools);
    return { benchmark: 'lifecycle', clusters: CLUSTERS, outage, ...figures };
  } finally {
    await store.close();
    // At once: it would put right what is removed now.
    await portal.kill();
    await portal.stop();
  }
}

async function measurePortal(
  portal: Portal,
  store: StoredClusters,
  { kubeconfig, http, counter, namespaces }: Tools,
) {
  say(`resting for ${REST_SECONDS} s without any cluster`);
  const empty = await restOf(portal, counter);
  const pods = await populate(portal, { store, http, namespaces });
  const executorBytes = await pods.executorBytes();
  say('listing all pods in a process of its own');
  const reflectors = await measureReflectors(kubeconfig);
  say(`resting for ${REST_SECONDS} s`);
  const full = await restOf(portal, counter);
  say('having every cluster looked at');
  const { requestsPerMinute } = full;
  const requestsPerLook = await measureTouches({
    pods,
    counter,
    requestsPerMinute,
  });
  say('changing pods');
  say(JSON.stringify({ empty, full, reflectors, requestsPerLook }));
  const memory = new BackendMemory(portal.pid);
  const podChanges = await measurePodChanges(EXECUTORS, { pods, store });
  say(JSON.stringify(podChanges));
  await untilQuiet(http);
  say('changing drivers alone');
  const driverChanges = await measureDriverChanges({ pods, store });
  const backendMiB = memory.stop();
  say(JSON.stringify({ driverChanges, backendMiB }));
  const convergence = await measureRestarts(portal, store, pods, http);
  return {
    rest: { empty, full },
    executorBytes,
    reflectors,
    requestsPerLook,
    podChanges,
    driverChanges,
    backendMiB,
    convergence,
  };
}

function restOf(portal: Portal, counter: RequestCounter) {
  return measureRest({ pid: portal.pid, counter, seconds: REST_SECONDS });
}

async function populate(
  portal: Portal,
  tools: Pick<Tools, 'http' | 'namespaces'> & { store: StoredClusters },
): Promise<ClusterPods> {
  const { store, http, namespaces } = tools;
  say(`creating ${CLUSTERS} clusters`);
  const { backendUrl } = portal;
  await createClusters({
    backendUrl,
    namespaces,
    count: CLUSTERS,
    store,
  });
  say(`making ${EXECUTORS} executors for each`);
  const pods = await ClusterPods.find(http);
  await pods.addExecutors(EXECUTORS);
  await store.executorsAre(EXECUTORS);
  say('waiting until their events are stored');
  await store.eventsAreStored();
  say('waiting until the simulated nodes are quiet');
  await untilQuiet(http);
  return pods;
}

async function measureRestarts(
  portal: Portal,
  store: StoredClusters,
  pods: ClusterPods,
  http: KeepAliveHttp,
) {
  await untilQuiet(http);
  const last = pods.drivers.length - 1;
  const changed = pods.drivers.filter((_, i) => (last - i) % SOME === 0);
  say(`killing the backend; ${changed.length} drivers are not ready meanwhile`);
  const someChanged = await measureConvergence(portal, {
    change: async () => {
      await Promise.all(changed.map(driver => pods.setReady(driver, false)));
    },
    isRight: async () => {
      const times = changed.map(d => store.readyIs(d.clusterId, false));
      return Math.max(...(await Promise.all(times)));
    },
  });
  say(JSON.stringify(someChanged));
  say('killing the backend; every cluster loses an executor meanwhile');
  const allChanged = await measureConvergence(portal, {
    change: () => pods.removeExecutors(EXECUTORS),
    isRight: () => store.executorsAre(EXECUTORS - 1),
  });
  return { someChanged, allChanged };
}
