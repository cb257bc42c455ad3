import { lowerCase } from './lowerCase';

/** A log as lines that are found by their number without a string being made of each. Made anew when the log grows. */
export class LogText {
  static of(text: string): LogText {
    return new LogText(text, lineStarts(text));
  }

  private lower: string | undefined;

  private constructor(
    private readonly text: string,
    /** Where each line begins; the last is where one more would. */
    private readonly starts: Uint32Array,
  ) {}

  /** How many lines there are; a line break at the end begins no other. */
  get length(): number {
    return this.starts.length - 1;
  }

  /** Characters of a line. */
  lengthOf(line: number): number {
    return this.starts[line + 1] - this.starts[line] - 1;
  }

  /** A line without its break, counted from 0. */
  line(line: number): string {
    return this.text.slice(this.starts[line], this.starts[line + 1] - 1);
  }

  /** Numbers of the lines that hold a text, in any case. */
  find(wanted: string): number[] {
    const needle = lowerCase(wanted);
    const found: number[] = [];
    if (needle === '') return found;
    this.lower ??= lowerCase(this.text);
    let line = 0;
    let at = this.lower.indexOf(needle);
    while (at >= 0) {
      while (this.starts[line + 1] <= at) line += 1;
      found.push(line);
      // Once for each line.
      at = this.lower.indexOf(needle, this.starts[line + 1]);
    }
    return found;
  }
}

function lineStarts(text: string): Uint32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  if (text !== '' && !text.endsWith('\n')) starts.push(text.length + 1);
  return Uint32Array.from(starts);
}
