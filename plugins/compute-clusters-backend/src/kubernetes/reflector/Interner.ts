/** More different texts than this are no longer repeated ones. */
const CAPACITY = 20_000;

/** Gives equal texts one place in memory: ten thousand pods have few namespaces, nodes and reasons. */
export class Interner {
  static create(): Interner {
    return new Interner();
  }

  private readonly texts = new Map<string, string>();

  private constructor() {}

  intern(text: string): string {
    const known = this.texts.get(text);
    if (known !== undefined) {
      return known;
    }
    if (this.texts.size >= CAPACITY) {
      this.texts.clear();
    }
    this.texts.set(text, text);
    return text;
  }

  /** The same for what may be absent. */
  internIfAny(text: string | undefined): string | undefined {
    return text === undefined ? undefined : this.intern(text);
  }
}
