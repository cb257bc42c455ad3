const MINUTES = new Intl.NumberFormat('en', {
  style: 'unit',
  unit: 'minute',
  unitDisplay: 'long',
  maximumFractionDigits: 0,
});

/** A length of time in words, as “15 minutes”: at least one. Pure. */
export function minutesText(milliseconds: number): string {
  return MINUTES.format(Math.max(1, milliseconds / 60_000));
}
