/**
 * Millicores for people, in their language: `1 vCPU`, `0.5 vCPU`.
 *
 * @public
 */
export function formatCpu(millicores: number, language = 'en-US'): string {
  const cpus = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return `${cpus.format(millicores / 1000)} vCPU`;
}
