export { DefaultObjectWatcher } from './DefaultObjectWatcher';
