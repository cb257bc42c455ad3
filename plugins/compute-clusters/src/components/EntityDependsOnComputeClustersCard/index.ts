export { EntityDependsOnComputeClustersCard } from './EntityDependsOnComputeClustersCard';
