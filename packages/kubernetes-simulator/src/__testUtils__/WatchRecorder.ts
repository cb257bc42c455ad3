import { once } from 'node:events';
import { EventEmitter } from 'node:events';
import type { Watch } from '@kubernetes/client-node';

/** One line of a watch. */
export interface WatchLine {
  type: string;
  name: string | undefined;
  object: {
    metadata?: {
      name?: string;
      resourceVersion?: string;
      annotations?: Record<string, string>;
    };
    code?: number;
    reason?: string;
    message?: string;
  };
}

/** Keeps what a watch tells, and waits for what it is to tell. */
export class WatchRecorder {
  readonly lines: WatchLine[] = [];
  ended = false;
  private readonly changes = new EventEmitter();
  private abort: () => void = () => {};

  static async open(
    watch: Watch,
    path: string,
    query: Record<string, string | number | boolean> = {},
  ): Promise<WatchRecorder> {
    const recorder = new WatchRecorder();
    const controller = await watch.watch(
      path,
      query,
      (type, object: WatchLine['object']) => {
        recorder.lines.push({ type, name: object.metadata?.name, object });
        recorder.changes.emit('change');
      },
      () => {
        recorder.ended = true;
        recorder.changes.emit('change');
      },
    );
    recorder.abort = () => controller.abort();
    return recorder;
  }

  /** Resolves once the condition holds. */
  async until(condition: (recorder: WatchRecorder) => boolean): Promise<void> {
    while (!condition(this)) await once(this.changes, 'change');
  }

  /** `ADDED a`, `MODIFIED a` … */
  get summary(): string[] {
    return this.lines.map(({ type, name }) =>
      name ? `${type} ${name}` : type,
    );
  }

  close(): void {
    this.abort();
  }
}
