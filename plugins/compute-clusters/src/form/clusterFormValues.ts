import {
  DEFAULTS,
  type DeploymentType,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { FieldPath } from 'react-hook-form';

/** A number as it stands in its field: empty while it is typed. */
export type NumberInputValue = number | '';

/** The form's values, in the shape of the request: a problem's path is the field's name. */
export type ClusterFormValues = {
  kubernetesCluster: string;
  namespace: string;
  name: string;
  description: string;
  spec: {
    deploymentType: DeploymentType;
    driver: { nodeType: string };
    executor: {
      nodeType: string;
      min: NumberInputValue;
      max: NumberInputValue;
      spot: boolean;
      volume: string;
    };
    autoScaling: { enabled: boolean; idleTimeoutMinutes: NumberInputValue };
    autoTermination: { enabled: boolean; idleMinutes: NumberInputValue };
    image: string;
  };
};

/** The name of a field of the form. */
export type ClusterField = FieldPath<ClusterFormValues>;

/** What a new form holds. */
export const DEFAULT_VALUES: ClusterFormValues = {
  kubernetesCluster: '',
  namespace: '',
  name: '',
  description: '',
  spec: {
    deploymentType: 'multi-node',
    driver: { nodeType: '' },
    executor: {
      nodeType: '',
      min: DEFAULTS.minExecutors,
      max: DEFAULTS.maxExecutors,
      spot: false,
      volume: '',
    },
    autoScaling: {
      enabled: true,
      idleTimeoutMinutes: DEFAULTS.idleTimeoutMinutes,
    },
    autoTermination: {
      enabled: false,
      idleMinutes: DEFAULTS.autoTerminationMinutes,
    },
    image: '',
  },
};

/** The fields of tab General, in the order of the page: the first invalid one gets the focus. */
export const GENERAL_FIELDS = [
  'name',
  'description',
  'namespace',
  'spec.deploymentType',
  'spec.driver.nodeType',
  'spec.executor.nodeType',
  'spec.executor.min',
  'spec.executor.max',
  'spec.executor.spot',
  'spec.autoScaling.enabled',
  'spec.autoScaling.idleTimeoutMinutes',
  'spec.executor.volume',
  'spec.image',
  'spec.autoTermination.enabled',
  'spec.autoTermination.idleMinutes',
] as const satisfies readonly ClusterField[];

/** The field that shows a problem of this path, if the form has one. */
export function fieldOf(path: string): ClusterField | undefined {
  // A namespace is chosen together with its Kubernetes cluster.
  if (path === 'kubernetesCluster') return 'namespace';
  return GENERAL_FIELDS.find(field => field === path);
}
