import { ResourceUse } from '../ObjectWatcher';
import { ClusterObjects, JobRecord, PodRecord } from '../records';
import { RecordGroups } from './RecordGroups';
import { WatchedRefusal } from './trimRefusal';

/** All records by compute cluster. Refusals name only their Job, which may be known later than they. */
export class ClusterIndex {
  static create(): ClusterIndex {
    return new ClusterIndex();
  }

  private readonly pods = new RecordGroups<PodRecord>();
  private readonly podsOfNamespace = new RecordGroups<PodRecord>();
  private readonly jobs = new RecordGroups<JobRecord>();
  private readonly refusals = new RecordGroups<WatchedRefusal>();
  private readonly clusterOfJob = new Map<string, string>();

  private constructor() {}

  putPod(pod: PodRecord): void {
    this.pods.put(pod.clusterId, pod);
    this.podsOfNamespace.put(pod.namespace, pod);
  }

  deletePod(pod: PodRecord): void {
    this.pods.delete(pod.clusterId, pod);
    this.podsOfNamespace.delete(pod.namespace, pod);
  }

  putJob(job: JobRecord): void {
    this.jobs.put(job.clusterId, job);
    this.clusterOfJob.set(job.uid, job.clusterId);
  }

  deleteJob(job: JobRecord): void {
    this.jobs.delete(job.clusterId, job);
    this.clusterOfJob.delete(job.uid);
  }

  putRefusal(refusal: WatchedRefusal): void {
    this.refusals.put(refusal.jobUid, refusal);
  }

  deleteRefusal(refusal: WatchedRefusal): void {
    this.refusals.delete(refusal.jobUid, refusal);
  }

  /** The compute cluster of a refused Job, if it is one of ours. */
  clusterOf(refusal: WatchedRefusal): string | undefined {
    return this.clusterOfJob.get(refusal.jobUid);
  }

  objectsOf(clusterId: string): ClusterObjects {
    const jobs = this.jobs.all(clusterId);
    return {
      jobs,
      pods: this.pods.all(clusterId),
      refusals: jobs
        .flatMap(job => this.refusals.all(job.uid))
        .sort((a, b) => a.at - b.at),
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
