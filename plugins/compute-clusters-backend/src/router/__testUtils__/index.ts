export { clusterCommands } from './clusterCommands';
export { createRequest } from './createRequest';
export { denying } from './denying';
export { namesSeenBy } from './namesSeenBy';
export { startForEngineer } from './startForEngineer';
export { startTestPortal } from './startTestPortal';
export type { TestPortalOptions } from './startTestPortal';
export type { Audited } from '../../service/__testUtils__/recordingAuditor';
export { startWithTeams } from './startWithTeams';
