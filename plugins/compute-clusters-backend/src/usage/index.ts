export { CSV_TYPE, toCsv } from './toCsv';
export { UsageMeter } from './UsageMeter';
export { USAGE_GROUPINGS, UsageReader } from './UsageReader';
