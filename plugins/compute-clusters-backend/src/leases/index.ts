export { KubernetesClusterWorker } from './KubernetesClusterWorker';
export { KubernetesClusterWorkers } from './KubernetesClusterWorkers';
export { LeaseKeeper, type LeasedWork } from './LeaseKeeper';
