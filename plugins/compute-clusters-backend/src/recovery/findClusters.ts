import { KubernetesConnection, isKubernetesError, LABELS } from '../kubernetes';
import { MANAGED_SELECTOR } from '../kubernetes/objects';
import { listPages } from '../kubernetes/reflector/listPages';
import { WireObject } from '../kubernetes/reflector/wire';
import { collectionPath } from '../kubernetes/resourcePath';
import { FoundCluster } from './FoundCluster';
import { readManifest } from './readManifest';

interface WireConfigMap extends WireObject {
  data?: Record<string, string>;
}

/**
 * Looks for all compute clusters on a Kubernetes cluster by their ConfigMaps and Jobs, as they are now: the watch may be
 * a moment behind, and a running driver must not be taken for none.
 *
 * @throws KubernetesError
 */
export async function findClusters(options: {
  connection: Pick<KubernetesConnection, 'name' | 'http'>;
  /** Looked through one by one where looking through all is forbidden. */
  namespaces: string[];
}): Promise<FoundCluster[]> {
  const found = new Map<string, FoundCluster>();
  const configMaps = await listManaged<WireConfigMap>(options, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
  });
  for (const configMap of configMaps) {
    const cluster = fromConfigMap(configMap, options.connection.name);
    found.set(cluster.id, cluster);
  }
  const jobs = await listManaged<WireObject>(options, {
    apiVersion: 'batch/v1',
    kind: 'Job',
  });
  for (const job of jobs) {
    const id = idOf(job);
    const cluster = found.get(id) ?? fromJob(job, options.connection.name);
    found.set(id, cluster);
    const run = Number(job.metadata.labels?.[LABELS.run]);
    if (job.metadata.deletionTimestamp === undefined && run > 0) {
      cluster.liveRuns.push(run);
    }
  }
  return [...found.values()].filter(({ id }) => id !== '');
}

function fromConfigMap(
  { metadata, data = {} }: WireConfigMap,
  kubernetesCluster: string,
): FoundCluster {
  const namespace = metadata.namespace ?? '';
  const id = idOf({ metadata });
  const reading = readManifest({ id, namespace, data });
  const name = reading.manifest?.name ?? metadata.name ?? '';
  return { id, kubernetesCluster, namespace, name, liveRuns: [], ...reading };
}

function fromJob(
  { metadata }: WireObject,
  kubernetesCluster: string,
): FoundCluster {
  return {
    id: idOf({ metadata }),
    kubernetesCluster,
    namespace: metadata.namespace ?? '',
    name: metadata.name ?? '',
    liveRuns: [],
    problem: 'Its ConfigMap, where its specification would be, is gone',
  };
}

function idOf({ metadata }: WireObject): string {
  return metadata.labels?.[LABELS.clusterId] ?? '';
}

async function listManaged<W extends WireObject>(
  { connection: { http }, namespaces }: Parameters<typeof findClusters>[0],
  kind: { apiVersion: string; kind: string },
): Promise<W[]> {
  const objects: W[] = [];
  const list = async (namespace?: string) => {
    const path = collectionPath({ ...kind, namespace });
    const selector = { labelSelector: MANAGED_SELECTOR };
    await listPages<W>({ http, path, selector }, object =>
      objects.push(object),
    );
  };
  try {
    await list();
  } catch (error) {
    if (!isKubernetesError(error, 'Forbidden')) {
      throw error;
    }
    objects.length = 0;
    for (const namespace of namespaces) {
      await list(namespace);
    }
  }
  return objects;
}
