export { KubernetesRequestMetrics } from './KubernetesRequestMetrics';
export {
  observeKubernetesClusters,
  type ObservedReconciler,
} from './observeKubernetesClusters';
export { ReconcilerMetrics } from './ReconcilerMetrics';
