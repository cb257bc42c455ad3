/** Lines that a page keeps of a log: more than a person reads, less than a browser tires of. */
export const LOG_LINES = 50_000;

/** Characters that a page keeps of a log: a progress bar returns its carriage without ever breaking a line. */
const LOG_CHARACTERS = 10_000_000;

/** A part is cut off at once, so that not each new line moves all others. */
const SLACK_LINES = 5_000;

/** As {@link SLACK_LINES}, as a part of the characters. */
const SLACK = 0.1;

/** The last lines of a log that is still being written. */
export class LogBuffer {
  static create(
    options: { lines?: number; slack?: number; characters?: number } = {},
  ): LogBuffer {
    const { lines = LOG_LINES, slack = SLACK_LINES } = options;
    return new LogBuffer(lines, slack, options.characters ?? LOG_CHARACTERS);
  }

  private value = '';
  private breaks = 0;
  private isCut = false;

  private constructor(
    private readonly lines: number,
    private readonly slack: number,
    private readonly characters: number,
  ) {}

  /** The text that is kept. */
  get text(): string {
    return this.value;
  }

  /** Whether something was dropped. */
  get cut(): boolean {
    return this.isCut;
  }

  append(part: string): void {
    this.value += part;
    this.breaks += countBreaks(part);
    if (this.breaks > this.lines + this.slack) {
      this.dropLines(this.breaks - this.lines);
    }
    if (this.value.length > this.characters * (1 + SLACK)) {
      this.dropCharacters(this.value.length - this.characters);
    }
  }

  private dropLines(count: number): void {
    let from = 0;
    for (let i = 0; i < count; i++) {
      from = this.value.indexOf('\n', from) + 1;
    }
    this.keepFrom(from);
  }

  /** Up to the end of the line, unless it has no other after it. */
  private dropCharacters(count: number): void {
    const next = this.value.indexOf('\n', count - 1) + 1;
    const isLast = next === 0 || next === this.value.length;
    this.keepFrom(isLast ? count : next);
  }

  private keepFrom(from: number): void {
    this.breaks -= countBreaks(this.value.slice(0, from));
    this.value = this.value.slice(from);
    this.isCut = true;
  }
}

function countBreaks(text: string): number {
  let count = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
    count += 1;
  }
  return count;
}
