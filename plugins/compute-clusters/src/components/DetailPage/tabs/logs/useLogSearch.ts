import { useDeferredValue, useMemo, useState } from 'react';
import type { LogText } from './LogText';

/** What is looked for in a log, and where it is. */
export type LogSearch = {
  typed: string;
  setTyped: (text: string) => void;
  /** What the log is searched for: what was typed, as soon as there is time. */
  wanted: string;
  /** Numbers of the lines that hold it. */
  found: readonly number[];
  /** The line that is shown of them, and its place among them from 1. */
  current: number | undefined;
  place: number;
  /** Goes to the next or, with -1, to the one before, round and round. */
  step: (by: 1 | -1) => void;
  onlyFound: boolean;
  setOnlyFound: (only: boolean) => void;
};

/** Searches a log without holding up whoever types. */
export function useLogSearch(text: LogText): LogSearch {
  const [typed, setTyped] = useState('');
  const [onlyFound, setOnlyFound] = useState(false);
  const [chosen, setChosen] = useState<number>();
  const wanted = useDeferredValue(typed);
  const found = useMemo(() => text.find(wanted), [text, wanted]);
  // A line stays the current one while the log grows.
  const at = chosen === undefined ? -1 : found.indexOf(chosen);
  const index = at < 0 ? 0 : at;
  const step = (by: 1 | -1) =>
    setChosen(found[(index + by + found.length) % found.length]);
  return {
    typed,
    setTyped,
    wanted,
    found,
    current: found[index],
    place: found.length > 0 ? index + 1 : 0,
    step,
    onlyFound,
    setOnlyFound,
  };
}
