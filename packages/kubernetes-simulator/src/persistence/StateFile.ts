import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { appendFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ForwardedError } from '@backstage/errors';
import type { SavedState } from './SavedState';
import { parseState } from './SavedState';
import type { StateLines } from './StateLines';

/** Changes wait this long for others, so that a burst is one write. */
const DEBOUNCE = 100;
/** A file with so many more lines than it needs is written anew. */
const SPARE_LINES = 20_000;

/** It holds the token. */
const MODE = { mode: 0o600 };

/**
 * Keeps a cluster's state in a file. Changes are appended; now and then, at the start and at the end the whole is written
 * beside it and moved over it, so that whenever the process is killed the file can be read. Uses the machine's own timer:
 * a clock that a test has stopped must not stop saving.
 */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private spare = 0;
  private closed = false;

  private constructor(
    private readonly path: string,
    private readonly lines: StateLines,
  ) {
    mkdirSync(dirname(path), { recursive: true });
    this.replace();
  }

  static create(path: string, lines: StateLines): StateFile {
    return new StateFile(path, lines);
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

  /** Something was noted: writes it soon. */
  touch(): void {
    if (this.closed) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.writing = this.writing.then(() => this.write()).catch(complain);
    }, DEBOUNCE).unref();
  }

  /** Writes now, and no more afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.writing;
    this.replace();
  }

  private get temporary(): string {
    return `${this.path}.${process.pid}.tmp`;
  }

  private async write(): Promise<void> {
    if (this.spare > SPARE_LINES) {
      this.spare = 0;
      await writeFile(this.temporary, textOf(this.lines.takeAll()), MODE);
      await rename(this.temporary, this.path);
      return;
    }
    const changes = this.lines.takeChanges();
    this.spare += changes.length;
    await appendFile(this.path, textOf(changes), MODE);
  }

  private replace(): void {
    writeFileSync(this.temporary, textOf(this.lines.takeAll()), MODE);
    renameSync(this.temporary, this.path);
  }
}

function textOf(lines: string[]): string {
  return `${lines.join('\n')}\n`;
}

function complain(error: unknown): void {
  process.emitWarning(
    new ForwardedError('Cannot save the simulated cluster', error),
  );
}
