/**
 * Why a key needs work: somebody asked for something, or something was noticed (by the watch, a timer, a resync), which
 * can wait a little.
 */
export type Lane = 'asked' | 'noticed';

/** So many asked keys go before a noticed one that waits; the next one is its turn. */
const ASKED_IN_A_ROW = 3;

/**
 * Keys in line, each once. Who asked goes first, but of four keys taken one is a noticed one if any waits, so that none
 * waits for ever. A key that is put in both lanes is in that of the asked ones.
 */
export class Lanes {
  static create(): Lanes {
    return new Lanes();
  }

  private readonly asked = new Set<string>();
  private readonly noticed = new Set<string>();
  /** Asked keys that were taken while noticed ones waited. */
  private overtaken = 0;

  private constructor() {}

  get size(): number {
    return this.asked.size + this.noticed.size;
  }

  has(key: string): boolean {
    return this.asked.has(key) || this.noticed.has(key);
  }

  put(key: string, lane: Lane): void {
    if (lane === 'asked') {
      this.noticed.delete(key);
      this.asked.add(key);
    } else if (!this.asked.has(key)) {
      this.noticed.add(key);
    }
  }

  /** Takes the next key out of the line. */
  take(): string | undefined {
    const isTurnOfNoticed =
      this.asked.size === 0 || this.overtaken >= ASKED_IN_A_ROW;
    if (isTurnOfNoticed && this.noticed.size > 0) {
      this.overtaken = 0;
      return takeFirst(this.noticed);
    }
    this.overtaken = this.noticed.size > 0 ? this.overtaken + 1 : 0;
    return takeFirst(this.asked);
  }
}

function takeFirst(keys: Set<string>): string | undefined {
  const [first] = keys;
  keys.delete(first);
  return first;
}
