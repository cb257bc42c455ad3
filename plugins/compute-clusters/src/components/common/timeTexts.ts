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

/** "3 hr, 5 min" between two times, in its two largest units; a dash while one of them is open. */
export function durationText(
  from: Date | string | null,
  to: Date | string | null,
): string {
  if (!from || !to) return '–';
  let seconds = Math.max(
    0,
    Math.round((new Date(to).getTime() - new Date(from).getTime()) / 1000),
  );
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(seconds / size);
    seconds -= count * size;
    if (count > 0 && parts.length < 2) parts.push(countText(count, unit));
  }
  return parts.join(', ') || countText(0, 'second');
}

/** "42 min" until a time, rounded up; seconds only in the last minute. */
export function remainingText(now: Date, at: Date | string): string {
  const left = Math.max(0, new Date(at).getTime() - now.getTime());
  const unit = left >= 60_000 ? 60_000 : 1_000;
  return durationText(new Date(0), new Date(Math.ceil(left / unit) * unit));
}

function countText(count: number, unit: Intl.RelativeTimeFormatUnit): string {
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit,
    unitDisplay: 'short',
  }).format(count);
}
