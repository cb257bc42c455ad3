import { shortHash } from './shortHash';

/**
 * A pod of the Job is named `JOB-xxxxx`, and Spark names executors after it: 47 characters at most, of which Kubernetes
 * takes six.
 */
const MAX_LENGTH = 47 - 6;

/**
 * The name of the Job of one run. It carries the run's sequence, so that a new run never meets objects of an old one.
 *
 * @public
 */
export function jobName(clusterName: string, sequence: number): string {
  const name = `${clusterName}-${sequence}`;
  if (name.length <= MAX_LENGTH) {
    return name;
  }
  const ending = `-${shortHash(clusterName)}-${sequence}`;
  const start = clusterName
    .slice(0, MAX_LENGTH - ending.length)
    .replace(/-+$/, '');
  return `${start}${ending}`;
}
