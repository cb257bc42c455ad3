export type { Clock } from './Clock';
export { SystemClock } from './SystemClock';
export { ManualClock } from './ManualClock';
