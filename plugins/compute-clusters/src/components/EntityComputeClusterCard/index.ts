export { EntityComputeClusterCard } from './EntityComputeClusterCard';
