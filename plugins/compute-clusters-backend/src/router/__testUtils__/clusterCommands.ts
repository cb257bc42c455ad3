import { createRequest } from './createRequest';

/** Requests on one cluster that only its owners may make: method, path and body. */
export const clusterCommands = [
  ['put', '', { spec: createRequest().spec }],
  ['post', '/start', {}],
  ['post', '/restart', {}],
  ['post', '/terminate', {}],
  ['delete', '', {}],
  ['post', '/give-up-pods', {}],
  ['get', '/connect-token', {}],
] as const;
