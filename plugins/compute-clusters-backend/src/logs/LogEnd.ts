import { faultIn, isFatal, isFrame, isLogged } from './causeIn';

/** Lines that are kept of an end. */
const LINES = 50;

/** Lines that are kept of the exception that ended the JVM, its frames left out. */
const FATAL_LINES = 50;

/**
 * What the end of a log tells, in as much memory as that takes. Stack traces may be longer than an end: of the one in
 * which it begins, the exception is kept, and so is that which ended the JVM, however much was logged afterwards.
 */
export class LogEnd {
  static create(): LogEnd {
    return new LogEnd();
  }

  private lines: string[] = [];
  /** The last line before the end that is not a frame. */
  private head = '';
  /** From the exception that ended the JVM until something is logged. */
  private fatal: string[] = [];
  private isInFatal = false;

  private constructor() {}

  /** The last lines. */
  get tail(): string {
    return this.lines.join('\n');
  }

  /** Why the process ended, if the log tells. */
  get cause(): string | undefined {
    return faultIn(this.fatal.join('\n')) ?? faultIn(this.endWithHead());
  }

  add(line: string): void {
    this.follow(line);
    this.lines.push(line);
    if (this.lines.length > LINES) {
      this.leave(this.lines.shift() ?? '');
    }
  }

  private leave(line: string): void {
    if (!isFrame(line)) {
      this.head = line;
    }
  }

  private follow(line: string): void {
    if (this.fatal.length === 0 && isFatal(line)) {
      this.isInFatal = true;
    } else if (isLogged(line)) {
      this.isInFatal = false;
    }
    if (this.isInFatal && !isFrame(line)) {
      this.fatal.push(line);
      // The exception stands first, its last cause last.
      this.fatal.splice(1, Math.max(0, this.fatal.length - FATAL_LINES));
    }
  }

  private endWithHead(): string {
    const [first = ''] = this.lines;
    const lines = isFrame(first) ? [this.head, ...this.lines] : this.lines;
    return lines.join('\n');
  }
}
