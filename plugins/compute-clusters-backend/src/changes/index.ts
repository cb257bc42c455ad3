export { ChangesReader } from './ChangesReader';
