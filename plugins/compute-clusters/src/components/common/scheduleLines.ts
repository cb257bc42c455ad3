import type { Schedule } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Texts } from '../../hooks/useTexts';

/** When a schedule, if any, starts and stops a cluster, a line for each window. */
export function scheduleLines(schedule: Schedule | null, t: Texts): string[] {
  if (!schedule) return [t('form.off')];
  const { timeZone } = schedule;
  return schedule.windows.map(({ days, start, stop }) =>
    t('schedule.shown', {
      days: days.map(day => t(`schedule.${day}`)).join(', '),
      start: start || t('schedule.never'),
      stop: stop || t('schedule.never'),
      timeZone,
    }),
  );
}
