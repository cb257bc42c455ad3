/** Milliseconds since the epoch of a Kubernetes time; undefined if there is none. */
export function timeOf(text: string | null | undefined): number | undefined {
  return text ? Date.parse(text) : undefined;
}
