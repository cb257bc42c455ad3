const SUFFIXES: Record<string, number> = {
  n: 1e-6,
  u: 1e-3,
  m: 1,
  '': 1e3,
  k: 1e6,
  M: 1e9,
  G: 1e12,
  T: 1e15,
  P: 1e18,
  Ki: 1024 * 1e3,
  Mi: 1024 ** 2 * 1e3,
  Gi: 1024 ** 3 * 1e3,
  Ti: 1024 ** 4 * 1e3,
  Pi: 1024 ** 5 * 1e3,
};
const DECIMAL = ['T', 'G', 'M', 'k', '', 'm'];
const BINARY = ['Pi', 'Ti', 'Gi', 'Mi', 'Ki', '', 'm'];

/** Parses and adds Kubernetes quantities, such as `500m` or `1Gi`. */
export class Quantity {
  private constructor(
    /** Thousandths of one. */
    readonly milli: number,
    private readonly binary: boolean,
  ) {}

  static readonly ZERO = new Quantity(0, false);

  /** @returns undefined if the text is no quantity */
  static parse(text: string | number): Quantity | undefined {
    const match =
      /^([+-]?(?:\d+\.?\d*|\.\d+))(?:(Ki|Mi|Gi|Ti|Pi|[numkMGTP])|[eE]([+-]?\d+))?$/.exec(
        String(text),
      );
    if (!match) return undefined;
    const [, digits, suffix = '', exponent] = match;
    const factor = exponent ? 1e3 * 10 ** Number(exponent) : SUFFIXES[suffix];
    const milli = Math.ceil(Number(digits) * factor);
    return new Quantity(milli, suffix.endsWith('i'));
  }

  /** As {@link Quantity.parse}, zero for what is absent or malformed. */
  static of(text: string | number | undefined): Quantity {
    return (
      (text === undefined ? undefined : Quantity.parse(text)) ?? Quantity.ZERO
    );
  }

  plus(other: Quantity): Quantity {
    const binary = this.milli === 0 ? other.binary : this.binary;
    return new Quantity(this.milli + other.milli, binary);
  }

  minus(other: Quantity): Quantity {
    return new Quantity(this.milli - other.milli, this.binary);
  }

  /** The canonical form: the largest suffix that leaves a whole number. */
  toString(): string {
    if (this.milli === 0) return '0';
    const suffix = (this.binary ? BINARY : DECIMAL).find(
      candidate => this.milli % SUFFIXES[candidate] === 0,
    );
    return `${this.milli / SUFFIXES[suffix ?? 'm']}${suffix ?? 'm'}`;
  }
}
