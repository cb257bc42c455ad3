export { clusterCommands } from './clusterCommands';
export { createRequest } from './createRequest';
export { namesSeenBy } from './namesSeenBy';
export { startForEngineer } from './startForEngineer';
export { startTestPortal } from './startTestPortal';
export type { Audited, TestPortalOptions } from './startTestPortal';
export { startWithTeams } from './startWithTeams';
