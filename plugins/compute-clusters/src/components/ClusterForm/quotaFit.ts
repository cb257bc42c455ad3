/** Whether a quota has room now, later when others have ended, or never. */
export type QuotaFit = 'now' | 'later' | 'over';

/**
 * How what a cluster wants at full scale fits into a quota. Pure.
 *
 * @param amounts - of one resource in one unit; `used` is null where nobody knows it
 */
export function quotaFit(amounts: {
  wanted: number;
  limit: number;
  used: number | null;
}): QuotaFit {
  const { wanted, limit, used } = amounts;
  if (wanted > limit) return 'over';
  return used !== null && wanted > limit - used ? 'later' : 'now';
}
