import { ResourceUse } from '../ObjectWatcher';
import { ClusterObjects, JobRecord, PodRecord } from '../records';
import { GonePods } from './GonePods';
import { RecordGroups } from './RecordGroups';
import { WatchedExplanation } from './trimExplanation';

/** All records by compute cluster. Events name only their object, which may be known later than they. */
export class ClusterIndex {
  static create(): ClusterIndex {
    return new ClusterIndex();
  }

  private readonly pods = new RecordGroups<PodRecord>();
  private readonly podsOfNamespace = new RecordGroups<PodRecord>();
  private readonly gone = GonePods.create();
  private readonly jobs = new RecordGroups<JobRecord>();
  private readonly explanations = new RecordGroups<WatchedExplanation>();
  private readonly clusterOfObject = new Map<string, string>();

  private constructor() {}

  putPod(pod: PodRecord): void {
    this.pods.put(pod.clusterId, pod);
    this.podsOfNamespace.put(pod.namespace, pod);
    this.clusterOfObject.set(pod.uid, pod.clusterId);
  }

  deletePod(pod: PodRecord): void {
    this.pods.delete(pod.clusterId, pod);
    this.podsOfNamespace.delete(pod.namespace, pod);
    this.clusterOfObject.delete(pod.uid);
    this.gone.add(pod);
  }

  putJob(job: JobRecord): void {
    this.jobs.put(job.clusterId, job);
    this.clusterOfObject.set(job.uid, job.clusterId);
  }

  deleteJob(job: JobRecord): void {
    this.jobs.delete(job.clusterId, job);
    this.clusterOfObject.delete(job.uid);
  }

  putExplanation(explanation: WatchedExplanation): void {
    this.explanations.put(explanation.objectUid, explanation);
  }

  deleteExplanation(explanation: WatchedExplanation): void {
    this.explanations.delete(explanation.objectUid, explanation);
  }

  /** The compute cluster of a Job or a pod, if it is one of ours. */
  clusterOf(uid: string): string | undefined {
    return this.clusterOfObject.get(uid);
  }

  objectsOf(
    clusterId: string,
    namespace?: string,
  ): Omit<ClusterObjects, 'missing'> {
    const jobs = within(namespace, this.jobs.all(clusterId));
    const pods = within(namespace, this.pods.all(clusterId));
    const explanations = [...jobs, ...pods]
      .flatMap(({ uid }) => this.explanations.all(uid))
      .sort((a, b) => a.at - b.at);
    return {
      jobs,
      pods,
      refusals: explanations.filter(event => event.kind === 'Refusal'),
      mountFailures: explanations.filter(
        event => event.kind === 'MountFailure',
      ),
      gone: within(namespace, this.gone.of(clusterId)),
    };
  }

  clusterIds(): string[] {
    return [...new Set([...this.jobs.keys(), ...this.pods.keys()])];
  }

  useOf(namespace: string): ResourceUse {
    const use = { cpu: 0, memory: 0, pods: 0 };
    for (const pod of this.podsOfNamespace.all(namespace)) {
      if (pod.phase !== 'Succeeded' && pod.phase !== 'Failed') {
        use.cpu += pod.cpu;
        use.memory += pod.memory;
        use.pods += 1;
      }
    }
    return use;
  }
}

function within<T extends { namespace: string }>(
  namespace: string | undefined,
  records: T[],
): T[] {
  // Nearly always all of them are, and this is asked in each look at a cluster.
  const isElsewhere = (record: T) => record.namespace !== namespace;
  return namespace === undefined || !records.some(isElsewhere)
    ? records
    : records.filter(record => !isElsewhere(record));
}
