export type { Clock } from './Clock';
export { ManualClock } from './ManualClock';
export { repeat } from './repeat';
export { SystemClock } from './SystemClock';
