/** ` (because …)` with Kubernetes' own words, made to fit into our sentence. */
export function because(text: string | undefined): string {
  const line = text?.trim().replace(/\s+/g, ' ').replace(/\.$/, '');
  if (!line) {
    return '';
  }
  return ` (${line.length > 300 ? `${line.slice(0, 299)}…` : line})`;
}
