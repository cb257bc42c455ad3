export { AUTOMATION_USER } from './AUTOMATION_USER';
export { LAST_RUN } from './LAST_RUN';
export type { AutomatedCluster, AutomationStore } from './AutomationStore';
export type {
  ClusterChange,
  ClusterFilter,
  ClusterQuery,
  ClusterSort,
  ClusterStore,
  IdempotentRequest,
  NamespaceKey,
  NewCluster,
} from './ClusterStore';
export { createStores } from './createStores';
export { KnexAutomationStore } from './KnexAutomationStore';
export { KnexClusterStore } from './KnexClusterStore';
export { KnexKubernetesClusterStore } from './KnexKubernetesClusterStore';
export { KnexKubernetesEventStore } from './KnexKubernetesEventStore';
export { KnexLogArchiveStore } from './KnexLogArchiveStore';
export { KnexPlatformStore } from './KnexPlatformStore';
export { KnexRunStore } from './KnexRunStore';
export type {
  KubernetesClusterRecord,
  KubernetesClusterStore,
} from './KubernetesClusterStore';
export type {
  ClusterName,
  KubernetesEventQuery,
  KubernetesEventRecord,
  KubernetesEventStore,
  NewKubernetesEvent,
} from './KubernetesEventStore';
export type {
  DriverFailure,
  LogArchiveRecord,
  LogArchiveStore,
  NewLogArchive,
} from './LogArchiveStore';
export { MIGRATIONS_DIRECTORY, openDatabase } from './openDatabase';
export { NameConflictError } from './NameConflictError';
export type { PlatformStore, Seed } from './PlatformStore';
export type {
  ActivityRecord,
  AutomationRecord,
  ClusterAction,
  ClusterRecord,
  LoggedFailure,
  ObservedStatus,
  RunFacts,
  RunRecord,
  StoredClusterState,
  UnseenRecord,
} from './records';
export { RecentKubernetesClusterStore } from './RecentKubernetesClusterStore';
export { RecentPlatformStore } from './RecentPlatformStore';
export { isSilent, SILENT_AFTER_MILLISECONDS } from './silence';
export type { RunStore, StoredRun } from './RunStore';
export type { Position, Slice } from './Slice';
export { KnexRecoveryStore } from './KnexRecoveryStore';
export type { RecoveryStore, RestoredCluster } from './RecoveryStore';
export { KnexSparkUiTicketStore } from './KnexSparkUiTicketStore';
export type {
  SparkUiTicketRecord,
  SparkUiTicketStore,
} from './SparkUiTicketStore';
export { KnexUsageStore } from './KnexUsageStore';
export type {
  HeldLease,
  RunKey,
  UsageChanges,
  UsageEnd,
  UsageFilter,
  UsageGrouping,
  UsageInterval,
  UsageIntervalRecord,
  UsageQuery,
  UsageStore,
  UsageSum,
  UsageWindow,
} from './UsageStore';
