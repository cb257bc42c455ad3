import { problemsOfZodError } from './problemsOfZodError';
import { scheduleSchema } from './scheduleSchema';

const window = { days: ['mon'], start: '08:00', stop: '18:00' };

function problemsOf(schedule: unknown) {
  const result = scheduleSchema.safeParse(schedule);
  return result.success ? [] : problemsOfZodError(result.error);
}

describe('scheduleSchema', () => {
  it.each<[string, unknown]>([
    ['a start and a stop', window],
    ['only a start', { days: ['mon', 'sun'], start: '00:00' }],
    ['only a stop', { days: ['fri'], start: null, stop: '23:59' }],
    ['a stop on the next day', { ...window, start: '22:00', stop: '06:00' }],
  ])('takes a window with %s', (_, taken) => {
    expect(problemsOf({ timeZone: 'Europe/Berlin', windows: [taken] })).toEqual(
      [],
    );
  });

  it('fills in what a window leaves out', () => {
    expect(
      scheduleSchema.parse({
        timeZone: 'UTC',
        windows: [{ days: ['mon'], start: '08:00' }],
      }),
    ).toEqual({
      timeZone: 'UTC',
      windows: [{ days: ['mon'], start: '08:00', stop: null }],
    });
  });

  it.each<[string, object, string, string, string]>([
    [
      'no time zone',
      { timeZone: '' },
      'timeZone',
      'required',
      'Time zone is required.',
    ],
    [
      'an unknown time zone',
      { timeZone: 'Europe/Atlantis' },
      'timeZone',
      'invalid',
      'Time zone must be a name such as Europe/Berlin; there is no Europe/Atlantis.',
    ],
    [
      'an offset instead of a time zone',
      { timeZone: '+01:00' },
      'timeZone',
      'invalid',
      'Time zone must be a name such as Europe/Berlin; there is no +01:00.',
    ],
    [
      'no window',
      { windows: [] },
      'windows',
      'required',
      'A schedule needs at least one window.',
    ],
    [
      'too many windows',
      { windows: Array.from({ length: 21 }, () => window) },
      'windows',
      'too-many',
      'Windows may have at most 20 entries.',
    ],
    [
      'a window without a day',
      { windows: [{ ...window, days: [] }] },
      'windows[0].days',
      'required',
      'Choose at least one day.',
    ],
    [
      'a day named twice',
      { windows: [{ ...window, days: ['mon', 'mon'] }] },
      'windows[0].days',
      'invalid',
      'Name each day once.',
    ],
    [
      'an unknown day',
      { windows: [{ ...window, days: ['monday'] }] },
      'windows[0].days[0]',
      'invalid',
      'A day must be mon, tue, wed, thu, fri, sat or sun.',
    ],
    [
      'neither start nor stop',
      { windows: [{ days: ['mon'], start: null, stop: null }] },
      'windows[0].start',
      'required',
      'A window needs a start, a stop, or both.',
    ],
    [
      'a stop at the start',
      { windows: [{ ...window, stop: '08:00' }] },
      'windows[0].stop',
      'invalid',
      'Stop must differ from start.',
    ],
    [
      'a time that no clock shows',
      { windows: [{ ...window, start: '24:00' }] },
      'windows[0].start',
      'invalid',
      'Start must be a time such as 08:00.',
    ],
    [
      'a time with seconds',
      { windows: [{ ...window, stop: '18:00:00' }] },
      'windows[0].stop',
      'invalid',
      'Stop must be a time such as 08:00.',
    ],
  ])('refuses %s', (_, change, path, code, message) => {
    expect(
      problemsOf({ timeZone: 'Europe/Berlin', windows: [window], ...change }),
    ).toEqual([{ path, code, message }]);
  });
});
