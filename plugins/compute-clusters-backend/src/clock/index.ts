export type { Clock } from './Clock';
export { ManualClock } from './ManualClock';
export { RecentValue } from './RecentValue';
export { pause } from './pause';
export { repeat } from './repeat';
export { SystemClock } from './SystemClock';
