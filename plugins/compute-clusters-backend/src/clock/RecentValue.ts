import { Clock } from './Clock';
import { RecentValues } from './RecentValues';

const ONLY = '';

/** {@link RecentValues} of one key, which are always read in the same way. */
export class RecentValue<T> {
  static create<T>(options: {
    clock: Clock;
    /** Milliseconds. */
    maxAge: number;
    read: () => Promise<T>;
  }): RecentValue<T> {
    return new RecentValue(RecentValues.create<T>(options), options.read);
  }

  private constructor(
    private readonly values: RecentValues<T>,
    private readonly read: () => Promise<T>,
  ) {}

  /** @throws the error of the reading */
  async get(): Promise<T> {
    return await this.values.get(ONLY, this.read);
  }

  /** The next one who asks gets a new reading, also while one is under way. */
  drop(): void {
    this.values.drop(ONLY);
  }
}
