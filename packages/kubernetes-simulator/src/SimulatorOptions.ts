import type { Clock } from './clock';
import type { Timings } from './controllers/Timings';
import type { NodeOptions } from './objects/demoNodes';

/**
 * How a simulated cluster is started.
 *
 * @public
 */
export interface KubernetesSimulatorOptions {
  /** Port on 127.0.0.1; 0, the default, picks a free one. */
  port?: number;
  /** File to keep everything in, so that the next start goes on where this one ended. */
  stateFile?: string;
  /** The source of time; the machine's clock by default. */
  clock?: Clock;
  /** The bearer token that opens the API; a random one by default. */
  token?: string;
  /** The cluster's nodes; three with 64 CPUs and 512 GiB each by default. */
  nodes?: NodeOptions[];
  /** Namespaces to start with, besides `default` and `kube-system`. */
  namespaces?: string[];
  /** `demo` makes drivers now and then ask for more executors than their minimum. */
  workload?: 'idle' | 'demo';
  /** How long things take. */
  timings?: Partial<Timings>;
  /** Starts even where NODE_ENV is production, which is refused otherwise. */
  allowProduction?: boolean;
}
