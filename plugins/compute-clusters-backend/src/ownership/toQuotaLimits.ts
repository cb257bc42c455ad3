import { QuotaLimits } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { NamespaceQuotaSetting } from './NamespaceMapping';

const MILLICORES_PER_CORE = 1000;
const MIB_PER_GIB = 1024;

/** A configured quota in the units of the API. */
export function toQuotaLimits(quota: NamespaceQuotaSetting): QuotaLimits {
  return {
    cpu: scaled(quota.cpu, MILLICORES_PER_CORE),
    memory: scaled(quota.memoryGiB, MIB_PER_GIB),
    pods: scaled(quota.pods, 1),
  };
}

function scaled(value: number | undefined, factor: number): number | null {
  return value === undefined ? null : Math.round(value * factor);
}
