export { costPerHour } from './costPerHour';
export { priceOfPod } from './priceOfPod';
