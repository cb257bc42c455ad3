export { EntityOwnedComputeClustersCard } from './EntityOwnedComputeClustersCard';
