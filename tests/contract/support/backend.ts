// The gateway and the reflectors are no public API of the plugin; the suite is theirs all the same.
/* eslint-disable @backstage/no-relative-monorepo-imports */
export {
  type ClusterObjectInput,
  type EventRecord,
  KubernetesConnection,
  KubernetesError,
  listEvents,
  type KubernetesGateway,
  type ObjectRef,
} from '../../../plugins/compute-clusters-backend/src/kubernetes';
export * from '../../../plugins/compute-clusters-backend/src/kubernetes/objects';
export {
  clusterObjectInput,
  nodeType,
  spec,
} from '../../../plugins/compute-clusters-backend/src/kubernetes/__testUtils__/clusterObjectInput';
export { giveUpPods } from '../../../plugins/compute-clusters-backend/src/reconciler/steps/giveUpPods';
export { SystemClock } from '../../../plugins/compute-clusters-backend/src/clock';
