export { PlainInputs } from './PlainInputs';
export { Reconciler } from './Reconciler';
export type { ReconcilerOptions } from './ReconcilerOptions';
export { StepRefused } from './StepRefused';
