export { EventCollector } from './EventCollector';
export { EventRetention } from './EventRetention';
