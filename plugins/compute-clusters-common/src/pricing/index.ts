export { costPerHour } from './costPerHour';
