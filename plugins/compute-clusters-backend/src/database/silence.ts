/** A Kubernetes cluster that has not answered for so long is silent: what is known of it may be wrong. */
export const SILENT_AFTER_MILLISECONDS = 60_000;

/** The earliest answer that still counts. */
export function answeredSince(now: Date): Date {
  return new Date(now.getTime() - SILENT_AFTER_MILLISECONDS);
}

/** Whether a Kubernetes cluster with this last answer is silent. */
export function isSilent(answeredAt: Date | null, now: Date): boolean {
  return answeredAt === null || answeredAt < answeredSince(now);
}
