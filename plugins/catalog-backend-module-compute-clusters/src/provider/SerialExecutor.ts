/** Runs one task after the other, in the order in which they came. */
export class SerialExecutor {
  private last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.last.then(task);
    // The next task starts whatever became of this one.
    this.last = result.catch(() => undefined);
    return result;
  }
}
