export * from './errors';
export { StatusError } from './StatusError';
export type { StatusCause, StatusDetails } from './StatusError';
