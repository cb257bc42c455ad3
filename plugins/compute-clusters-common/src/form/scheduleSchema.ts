import { z } from 'zod';
import { LIMITS } from '../limits';
import { Schedule } from '../schema/openapi';
import { listField } from './listField';
import { objectField } from './objectField';
import { problem } from './problem';
import { requiredText } from './textField';

/** From 00:00 to 23:59. */
const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const daysField = z
  .array(
    z.enum(DAYS, {
      error: 'A day must be mon, tue, wed, thu, fri, sat or sun.',
    }),
    { error: 'Days must be a list.' },
  )
  .superRefine((days, context) => {
    if (days.length === 0) {
      context.addIssue(problem('required', 'Choose at least one day.'));
    } else if (new Set(days).size < days.length) {
      context.addIssue(problem('invalid', 'Name each day once.'));
    }
  });

const windowSchema = objectField('Window', {
  days: daysField,
  start: timeField('Start'),
  stop: timeField('Stop'),
}).superRefine(({ start, stop }, context) => {
  if (start === null && stop === null) {
    const message = 'A window needs a start, a stop, or both.';
    context.addIssue(problem('required', message, { path: ['start'] }));
  } else if (start === stop) {
    const message = 'Stop must differ from start.';
    context.addIssue(problem('invalid', message, { path: ['stop'] }));
  }
});

/**
 * When a cluster starts and stops by itself. Time zones are those that this machine knows by name.
 */
export const scheduleSchema = objectField('Schedule', {
  timeZone: requiredText({
    label: 'Time zone',
    maxLength: LIMITS.timeZoneLength,
  }).superRefine((name, context) => {
    if (name !== '' && !isTimeZone(name)) {
      const message = `Time zone must be a name such as Europe/Berlin; there is no ${name}.`;
      context.addIssue(problem('invalid', message));
    }
  }),
  windows: listField('Windows', windowSchema, LIMITS.windows).superRefine(
    (windows, context) => {
      if (windows.length === 0) {
        const message = 'A schedule needs at least one window.';
        context.addIssue(problem('required', message));
      }
    },
  ),
}) satisfies z.ZodType<Schedule>;

/** A time of day, or null for none. */
function timeField(label: string) {
  return z
    .string({ error: `${label} must be a time such as 08:00.` })
    .nullish()
    .transform(time => time || null)
    .superRefine((time, context) => {
      if (time !== null && !TIME_OF_DAY.test(time)) {
        const message = `${label} must be a time such as 08:00.`;
        context.addIssue(problem('invalid', message));
      }
    });
}

/** Names only: an offset such as +01:00 knows no daylight saving time. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: name }));
  } catch {
    return false;
  }
}
