export { ClusterRecovery } from './ClusterRecovery';
