import type { ReactNode } from 'react';
import type {
  ComputeCluster,
  ParsedCreateClusterRequest,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';

/** What the form is filled in for. */
export type FormPurpose = {
  kind: 'create' | 'configure';
  /** Sends what was entered; throws what the backend answers. */
  save: (request: ParsedCreateClusterRequest) => Promise<ComputeCluster>;
  /** The address that Cancel leads to. */
  cancelTo: string;
  /** What a person can do about a refusal, beside reading it. */
  advise?: (error: Error) => ReactNode;
};
