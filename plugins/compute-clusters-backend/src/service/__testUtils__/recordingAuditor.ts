import { mockServices } from '@backstage/backend-test-utils';

/** An entry of the audit log. */
export interface Audited {
  eventId: string;
  status: 'succeeded' | 'failed';
  meta: object;
}

/** An auditor that writes down how each event ended. */
export function recordingAuditor(audited: Audited[]) {
  return mockServices.auditor.mock({
    createEvent: async ({ eventId, meta }) => ({
      async success(options) {
        audited.push({
          eventId,
          status: 'succeeded',
          meta: { ...meta, ...options?.meta },
        });
      },
      async fail(options) {
        audited.push({
          eventId,
          status: 'failed',
          meta: { ...meta, error: options.error.message },
        });
      },
    }),
  });
}
