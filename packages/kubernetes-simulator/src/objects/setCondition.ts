import type { Condition } from './Pod';

/** The conditions with one of them replaced; its transition time stays unless its status changed. */
export function setCondition(
  conditions: Condition[] | undefined,
  next: Condition,
): Condition[] {
  const present = conditions ?? [];
  const previous = present.find(condition => condition.type === next.type);
  if (!previous) return [...present, next];
  const merged = {
    ...next,
    lastTransitionTime:
      previous.status === next.status
        ? previous.lastTransitionTime
        : next.lastTransitionTime,
  };
  return present.map(condition =>
    condition === previous ? merged : condition,
  );
}
