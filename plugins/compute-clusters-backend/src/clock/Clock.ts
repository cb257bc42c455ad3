/**
 * The only source of time in this plugin, so that tests can drive it.
 */
export interface Clock {
  /** The present moment. */
  now(): Date;
  /**
   * Calls `callback` once, `milliseconds` from now.
   *
   * @returns a function that cancels the call
   */
  after(milliseconds: number, callback: () => void): () => void;
}
