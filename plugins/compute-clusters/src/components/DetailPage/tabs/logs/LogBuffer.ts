/** Lines that a page keeps of a log: more than a person reads, less than a browser tires of. */
export const LOG_LINES = 50_000;

/** A part is cut off at once, so that not each new line moves all others. */
const SLACK_LINES = 5_000;

/** The last lines of a log that is still being written. */
export class LogBuffer {
  static create(options: { lines?: number; slack?: number } = {}): LogBuffer {
    const { lines = LOG_LINES, slack = SLACK_LINES } = options;
    return new LogBuffer(lines, slack);
  }

  private value = '';
  private breaks = 0;
  private isCut = false;

  private constructor(
    private readonly lines: number,
    private readonly slack: number,
  ) {}

  /** The text that is kept. */
  get text(): string {
    return this.value;
  }

  /** Whether lines were dropped. */
  get cut(): boolean {
    return this.isCut;
  }

  append(part: string): void {
    this.value += part;
    this.breaks += countBreaks(part);
    if (this.breaks > this.lines + this.slack) {
      this.drop(this.breaks - this.lines);
    }
  }

  private drop(count: number): void {
    let from = 0;
    for (let i = 0; i < count; i++) {
      from = this.value.indexOf('\n', from) + 1;
    }
    this.value = this.value.slice(from);
    this.breaks -= count;
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
