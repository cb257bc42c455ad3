/**
 * Minor units of a currency for people: `$1.77`, `¥177`.
 *
 * @public
 */
export function formatMoney(minor: number, currency: string): string {
  const money = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  // Not every currency has hundredths.
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  return money.format(minor / 10 ** digits);
}
