export { createAutomation } from './createAutomation';
