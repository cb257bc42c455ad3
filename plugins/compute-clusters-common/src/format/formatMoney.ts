/**
 * Minor units of a currency for people, in their language: `$1.77`, `¥177`. What is too little to be seen is not told as
 * nothing: `<$0.01`.
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
  const inMajor = (amount: number) => money.format(amount / 10 ** digits);
  return minor > 0 && minor < 0.5 ? `<${inMajor(1)}` : inMajor(minor);
}
