const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

const relative = new Intl.RelativeTimeFormat('en', {
  numeric: 'auto',
  style: 'short',
});

/** "3 hr. ago" of a time, seen from now. A clock that runs ahead gives no future. */
export function relativeTime(time: Date | string, now: Date): string {
  const seconds = Math.max(
    0,
    Math.round((now.getTime() - new Date(time).getTime()) / 1000),
  );
  const [unit, size] =
    UNITS.find(([, length]) => seconds >= length) ?? UNITS[UNITS.length - 1];
  return relative.format(-Math.floor(seconds / size), unit);
}

const exact = new Intl.DateTimeFormat('en', {
  dateStyle: 'medium',
  timeStyle: 'long',
});

/** The exact time, with its zone. */
export function exactTime(time: Date | string): string {
  return exact.format(new Date(time));
}
