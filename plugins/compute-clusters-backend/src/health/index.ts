export { Heartbeat } from './Heartbeat';
export {
  KubernetesClusterHealthReader,
  type HealthSource,
} from './KubernetesClusterHealthReader';
