export { ConfigurationReader } from './ConfigurationReader';
export { effectiveConfiguration } from './effectiveConfiguration';
