const SECONDS_OF_AN_HOUR = 3_600;

/** Hours for people, to the hundredth: `1,234.50`. */
export function hoursText(seconds: number): string {
  return (seconds / SECONDS_OF_AN_HOUR).toLocaleString('en', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}
