/**
 * Applies a `diff` block of a README as a reader does: blank lines part its places; the unchanged and removed lines of a
 * place must stand in the file exactly once, one after the other, however they are indented.
 *
 * @throws when a place is not in the file, or more than once
 */
export function applyDiff(text: string, diff: string): string {
  return diff
    .split(/\n\s*\n/)
    .map(place => place.split('\n').filter(line => line.trim()))
    .filter(place => place.length > 0)
    .reduce(applyPlace, text.split('\n'))
    .join('\n');
}

function applyPlace(lines: string[], place: string[]): string[] {
  const old = place.filter(line => !line.startsWith('+'));
  const start = findOnce(lines, old);
  const found = lines.slice(start, start + old.length);
  const changed = place.flatMap(line => {
    if (line.startsWith('+')) {
      return [line.slice(1)];
    }
    const [unchanged] = found.splice(0, 1);
    return line.startsWith('-') ? [] : [unchanged];
  });
  return [
    ...lines.slice(0, start),
    ...changed,
    ...lines.slice(start + old.length),
  ];
}

function findOnce(lines: string[], old: string[]): number {
  const wanted = old.map(line => line.slice(1).trim());
  const starts = lines.flatMap((_, start) =>
    wanted.every((line, index) => lines[start + index]?.trim() === line)
      ? [start]
      : [],
  );
  if (wanted.length === 0 || starts.length !== 1) {
    throw new Error(
      `found ${starts.length} times instead of once:\n${old.join('\n')}`,
    );
  }
  return starts[0];
}
