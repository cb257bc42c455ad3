/** Texts one below the other; nothing for none. */
export function lines(each: readonly string[]) {
  if (each.length === 0) return undefined;
  return each.map((line, row) => (
    // eslint-disable-next-line react/no-array-index-key -- lines may be the same
    <div key={row}>{line}</div>
  ));
}
