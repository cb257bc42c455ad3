/** A place between two rows of a sorted list: next to the row with this sort value and id. */
export interface Position {
  /** Of the field that is sorted by; a time is in milliseconds since the epoch. */
  value: string | number;
  id: string;
  /** Whether the rows before it are asked for, and not those after it. */
  before: boolean;
}

/** A part of a sorted list, and where it goes on. */
export interface Slice<T> {
  items: T[];
  /** Of the whole list. */
  totalItems: number;
  next: Position | null;
  previous: Position | null;
}

/**
 * Makes a slice of rows that were read from `position` on, in reading direction, with one row more than the limit to
 * tell whether there are any.
 */
export function toSlice<T>(options: {
  rows: T[];
  totalItems: number;
  limit: number;
  position?: Position;
  positionOf(row: T): Omit<Position, 'before'>;
}): Slice<T> {
  const { rows, totalItems, limit, position, positionOf } = options;
  const backwards = position?.before ?? false;
  const read = rows.slice(0, limit);
  const items = backwards ? read.reverse() : read;
  const more = rows.length > limit;
  const first = items.at(0);
  const last = items.at(-1);
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : position !== undefined;
  return {
    items,
    totalItems,
    next: hasNext && last ? { ...positionOf(last), before: false } : null,
    previous:
      hasPrevious && first ? { ...positionOf(first), before: true } : null,
  };
}
