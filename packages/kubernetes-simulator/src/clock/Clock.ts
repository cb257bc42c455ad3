/**
 * The simulator's only source of time, so that tests can drive it.
 *
 * @public
 */
export interface Clock {
  /** The present moment. */
  now(): Date;
  /**
   * Calls `callback` once, `milliseconds` from now. With zero or less it is called soon, without waiting for the clock
   * to move.
   *
   * @returns a function that cancels the call
   */
  after(milliseconds: number, callback: () => void): () => void;
}
