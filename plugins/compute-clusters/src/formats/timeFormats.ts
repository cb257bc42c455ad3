const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

const NOT_YET = '–';

/** Times and durations in the words of a language. */
export type TimeFormats = {
  /** "3 hr. ago" of a time, seen from now. A clock that runs ahead gives no future. */
  relativeTime: (time: Date | string, now: Date) => string;
  /** The exact time, with its zone. */
  exactTime: (time: Date | string) => string;
  /** "10:02" */
  clockTime: (time: Date) => string;
  /** A day of UTC, as the backend bills them, from `2026-01-02` or a time in it. */
  day: (day: string) => string;
  /** "3 hr, 5 min" between two times, in its two largest units; a dash while one of them is open. */
  duration: (from: Date | string | null, to: Date | string | null) => string;
  /** "42 min" until a time, rounded up; seconds only in the last minute. */
  remaining: (now: Date, at: Date | string) => string;
};

/** The formats of a language, such as `en`. */
export function timeFormats(language: string): TimeFormats {
  const relative = new Intl.RelativeTimeFormat(language, {
    numeric: 'auto',
    style: 'short',
  });
  const exact = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
  const clock = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const date = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  const duration = durationFormat(language);
  return {
    relativeTime: (time, now) => {
      const seconds = secondsBetween(time, now);
      const [unit, size] =
        UNITS.find(([, length]) => seconds >= length) ??
        UNITS[UNITS.length - 1];
      return relative.format(-Math.floor(seconds / size), unit);
    },
    exactTime: time => exact.format(new Date(time)),
    clockTime: time => clock.format(time),
    day: day => date.format(new Date(day)),
    duration: (from, to) =>
      from && to ? duration(secondsBetween(from, to)) : NOT_YET,
    remaining: (now, at) => {
      const left = Math.max(0, new Date(at).getTime() - now.getTime()) / 1000;
      const unit = left >= 60 ? 60 : 1;
      return duration(Math.ceil(left / unit) * unit);
    },
  };
}

function durationFormat(language: string): (seconds: number) => string {
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'short' });
  const units = UNITS.map(([unit, size]) => ({
    size,
    format: new Intl.NumberFormat(language, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
    }),
  }));
  const seconds = units[units.length - 1].format;
  return total => {
    let rest = total;
    const parts: string[] = [];
    for (const { size, format } of units) {
      const count = Math.floor(rest / size);
      rest -= count * size;
      if (count > 0 && parts.length < 2) parts.push(format.format(count));
    }
    return list.format(parts) || seconds.format(0);
  };
}

function secondsBetween(from: Date | string, to: Date | string): number {
  const ms = new Date(to).getTime() - new Date(from).getTime();
  return Math.max(0, Math.round(ms / 1000));
}
