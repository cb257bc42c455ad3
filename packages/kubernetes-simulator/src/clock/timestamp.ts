/** A moment as Kubernetes writes it: RFC 3339 with whole seconds. */
export function timestamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}
