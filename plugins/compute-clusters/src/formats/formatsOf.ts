import { numberFormats, type NumberFormats } from './numberFormats';
import { timeFormats, type TimeFormats } from './timeFormats';

/** How a language writes numbers and times. */
export type Formats = NumberFormats & TimeFormats;

const known = new Map<string, Formats>();

/** The formats of a language: made once, since they are dear and every row needs them. */
export function formatsOf(language: string): Formats {
  const formats = known.get(language) ?? {
    ...numberFormats(language),
    ...timeFormats(language),
  };
  known.set(language, formats);
  return formats;
}
