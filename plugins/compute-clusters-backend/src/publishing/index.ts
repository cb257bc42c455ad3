export type { ChangePublisher } from './ChangePublisher';
export { ClusterChangePublisher } from './ClusterChangePublisher';
export { OtherBackendsChanges } from './OtherBackendsChanges';
