import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';

/** Keeps every line that is logged, with all that comes with it. */
export class RecordingLogger implements LoggerService {
  constructor(
    readonly lines: string[] = [],
    private readonly fields: JsonObject = {},
  ) {}

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

  child(fields: JsonObject): LoggerService {
    return new RecordingLogger(this.lines, { ...this.fields, ...fields });
  }

  private record(message: string, meta: unknown): void {
    const details =
      meta instanceof Error ? { error: `${meta.stack}` } : Object(meta);
    const line = JSON.stringify({ ...this.fields, ...details });
    this.lines.push(`${message} ${line}`);
  }
}
