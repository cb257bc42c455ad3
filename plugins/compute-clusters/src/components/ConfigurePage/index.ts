export { ConfigurePage } from './ConfigurePage';
