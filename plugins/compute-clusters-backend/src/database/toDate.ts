import { StoredTime } from './rows';

/** A stored time as a Date. */
export function toDate(time: StoredTime): Date {
  return time instanceof Date ? time : new Date(time);
}

/** A stored time that may be missing. */
export function toOptionalDate(time: StoredTime | null): Date | null {
  return time === null ? null : toDate(time);
}
