import type { Happening } from './happenings';

/** Whether something set a compute cluster going, ended it, or neither. */
export type Tone = 'on' | 'off' | 'neutral';

const TONES: Readonly<Record<string, Tone>> = {
  create: 'on',
  start: 'on',
  restart: 'on',
  recover: 'on',
  terminate: 'off',
  delete: 'off',
};

/** Green for what starts, red for what ends. Pure. */
export function toneOf(happening: Happening): Tone {
  if (happening.kind !== 'activity') {
    return happening.kind === 'ready' ? 'on' : 'neutral';
  }
  return TONES[happening.activity.action] ?? 'neutral';
}
