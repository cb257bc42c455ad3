export { jobName } from './jobName';
export { objectName } from './objectName';
