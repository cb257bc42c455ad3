export type {
  CommandOptions,
  ComputeClustersApi,
  ComputeClustersRequestOptions,
  ConditionalOptions,
  IdempotentOptions,
  ListActivityQuery,
  ListClustersQuery,
} from './ComputeClustersApi';
export { ComputeClustersClient } from './ComputeClustersClient';
export { problemsOf } from './problemsOf';
