/** ` (because …)` with Kubernetes' own words, made to fit into our sentence. */
export function because(text: string | undefined): string {
  // The character NUL could not be stored.
  const line = text
    ?.replace(/[\s\0]+/g, ' ')
    .trim()
    .replace(/\.$/, '');
  if (!line) {
    return '';
  }
  return ` (${line.length > 300 ? `${line.slice(0, 299)}…` : line})`;
}
