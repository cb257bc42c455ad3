export { ClusterFormPage } from './ClusterFormPage';
export type { FormPurpose } from './FormPurpose';
