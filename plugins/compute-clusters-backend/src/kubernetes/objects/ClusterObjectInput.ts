import {
  ComputeClusterSpec,
  NodeType,
  Volume,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Exposure } from './Exposure';

/** Everything that the objects of one compute cluster, and of one run of it, are built from. */
export interface ClusterObjectInput {
  clusterId: string;
  name: string;
  namespace: string;
  run: { sequence: number };
  /** The run's snapshot, not what was saved since. */
  spec: ComputeClusterSpec;
  driverNodeType: NodeType;
  /** Null for single-node. */
  executorNodeType: NodeType | null;
  /** The executors' scratch volume. */
  volume: Volume | null;
  /** Reference of the container image. */
  image: string;
  /** How clients reach the cluster. */
  exposure: Exposure;
  /** What Spark Connect asks its clients for. */
  connectToken: string;
  /** Values of the Spark properties that the specification takes from Secrets, by property name. */
  secretProperties?: Record<string, string>;
}
