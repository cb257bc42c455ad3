/**
 * The catalog module that keeps one entity for each compute cluster.
 *
 * @packageDocumentation
 */
export { catalogModuleComputeClusters as default } from './module/catalogModuleComputeClusters';
