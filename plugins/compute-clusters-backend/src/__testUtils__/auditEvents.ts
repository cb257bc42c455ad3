import { z } from 'zod';

const eventSchema = z.object({
  isAuditEvent: z.literal(true),
  eventId: z.string(),
  status: z.enum(['initiated', 'succeeded', 'failed']),
  actor: z.object({ actorId: z.string(), ip: z.string().optional() }),
  request: z.object({ url: z.string(), method: z.string() }).optional(),
  meta: z.record(z.string(), z.unknown()).optional(),
});

/** An entry of the audit log. */
export type AuditEvent = z.infer<typeof eventSchema>;

/** The audit events of a log, as they ended. */
export function auditEvents(lines: string[]): AuditEvent[] {
  return lines.flatMap(line => {
    const event = eventSchema.safeParse(detailsOf(line)).data;
    return event && event.status !== 'initiated' ? [event] : [];
  });
}

/** What a line says besides its message. */
function detailsOf(line: string): unknown {
  const start = line.indexOf(' {');
  try {
    return JSON.parse(line.slice(start + 1));
  } catch {
    return undefined;
  }
}
