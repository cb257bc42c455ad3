export { LeaseKeeper, type LeasedWork } from './LeaseKeeper';
