export { managedAfterUpdate } from './managedFields';
export type { Manager } from './managedFields';
export { serverSideApply } from './serverSideApply';
