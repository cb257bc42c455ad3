export { EventCollector } from './EventCollector';
