import type { LogText } from './LogText';

/** Where each of the shown lines begins, in rows of text; long ones take several rows where they wrap. */
export class LineHeights {
  /** @param columns - characters of a row; each line is one row without */
  static of(
    text: LogText,
    lines: readonly number[] | undefined,
    columns: number | undefined,
  ): LineHeights {
    const count = lines?.length ?? text.length;
    const tops = new Uint32Array(count + 1);
    for (let index = 0; index < count; index++) {
      const length = text.lengthOf(lines ? lines[index] : index);
      tops[index + 1] =
        tops[index] + (columns ? Math.max(1, Math.ceil(length / columns)) : 1);
    }
    return new LineHeights(tops);
  }

  private constructor(private readonly tops: Uint32Array) {}

  /** Lines that are shown. */
  get count(): number {
    return this.tops.length - 1;
  }

  /** Rows of all lines together. */
  get rows(): number {
    return this.tops[this.count];
  }

  /** Rows above a line. */
  topOf(index: number): number {
    return this.tops[Math.min(index, this.count)];
  }

  /** The line that a row belongs to. */
  lineAt(row: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.tops[middle] <= row) low = middle;
      else high = middle - 1;
    }
    return Math.max(0, low);
  }
}
