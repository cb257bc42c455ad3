/**
 * Millicores for people: `1 vCPU`, `0.5 vCPU`.
 *
 * @public
 */
export function formatCpu(millicores: number): string {
  const cpus = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });
  return `${cpus.format(millicores / 1000)} vCPU`;
}
