import { LoggerService } from '@backstage/backend-plugin-api';

/** Keeps every line that is logged, with all that comes with it. */
export class RecordingLogger implements LoggerService {
  readonly lines: string[] = [];

  error(message: string, meta?: unknown): void {
    this.record(message, meta);
  }

  warn(message: string, meta?: unknown): void {
    this.record(message, meta);
  }

  info(message: string, meta?: unknown): void {
    this.record(message, meta);
  }

  debug(message: string, meta?: unknown): void {
    this.record(message, meta);
  }

  child(): LoggerService {
    return this;
  }

  private record(message: string, meta: unknown): void {
    const details =
      meta instanceof Error ? `${meta.stack}` : JSON.stringify(meta);
    this.lines.push(`${message} ${details}`);
  }
}
