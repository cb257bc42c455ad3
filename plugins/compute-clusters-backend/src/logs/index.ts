export { ClusterLogs } from './ClusterLogs';
export type { LogQuery, LogSource } from './ClusterLogs';
export { LogArchiver } from './LogArchiver';
export { NoLogYetError } from './errors';
