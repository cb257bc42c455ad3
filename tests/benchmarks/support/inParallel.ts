/** Does the work for all items, so many at once. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<unknown>,
): Promise<void> {
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) {
      await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
