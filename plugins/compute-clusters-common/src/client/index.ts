export type {
  ClusterUsageQuery,
  CommandOptions,
  ComputeClustersApi,
  ComputeClustersRequestOptions,
  ConditionalOptions,
  GetLogsQuery,
  IdempotentOptions,
  ListActivityQuery,
  ListClustersQuery,
  ListEventsQuery,
  ListRunsQuery,
  UsageQuery,
} from './ComputeClustersApi';
export { ComputeClustersClient } from './ComputeClustersClient';
export { problemsOf } from './problemsOf';
