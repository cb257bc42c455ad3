/**
 * Minor units of a currency for people, in their language: `$1.77`, `¥177`.
 *
 * @public
 */
export function formatMoney(
  minor: number,
  currency: string,
  language = 'en-US',
): string {
  const money = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
  });
  // Not every currency has hundredths.
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  return money.format(minor / 10 ** digits);
}
