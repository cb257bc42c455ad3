import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SavedState } from './SavedState';
import { parseState } from './SavedState';

/** Changes wait this long for others, so that a burst is one write. */
const DEBOUNCE = 150;

/**
 * Keeps text in a file that is always whole: written beside it, then moved over it. Uses the machine's own timer, since a
 * clock that a test has stopped must not stop saving.
 */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private changed = false;

  private constructor(
    private readonly path: string,
    private readonly render: () => string,
    private readonly onError: (error: Error) => void,
  ) {}

  static create(options: {
    path: string;
    /** What to write. */
    render: () => string;
    onError: (error: Error) => void;
  }): StateFile {
    const { path, render, onError } = options;
    return new StateFile(path, render, onError);
  }

  /** @returns undefined if there is no file, or none that can be read; a broken one is kept aside */
  static load(path: string): SavedState | undefined {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
    try {
      return parseState(text);
    } catch {
      renameSync(path, `${path}.broken`);
      return undefined;
    }
  }

  /** Writes soon. */
  touch(): void {
    this.changed = true;
    if (this.timer || this.writing) return;
    this.timer = setTimeout(() => this.flushSoon(), DEBOUNCE);
    this.timer.unref();
  }

  /** Writes now, and no more afterwards. */
  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    clearTimeout(this.timer);
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.temporary, this.render(), { mode: 0o600 });
    renameSync(this.temporary, this.path);
  }

  private get temporary(): string {
    return `${this.path}.${process.pid}.tmp`;
  }

  private flushSoon(): void {
    this.timer = undefined;
    this.changed = false;
    this.writing = this.write()
      .catch(this.onError)
      .finally(() => {
        this.writing = undefined;
        if (this.changed) this.touch();
      });
  }

  private async write(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(this.temporary, this.render(), { mode: 0o600 });
    await rename(this.temporary, this.path);
  }
}
