export type { Clock } from './Clock';
export { ManualClock } from './ManualClock';
export { RecentValue } from './RecentValue';
export { RecentValues } from './RecentValues';
export { minutesText } from './minutesText';
export { pause } from './pause';
export { repeat } from './repeat';
export { SystemClock } from './SystemClock';
