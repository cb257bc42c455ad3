import { z } from 'zod';
import type { Exposure } from '../kubernetes/objects/Exposure';

const hostTemplate = z
  .string()
  .refine(
    host => host.includes('{{name}}') && host.includes('{{namespace}}'),
    'must contain {{name}} and {{namespace}}, so that each cluster has a host of its own',
  )
  .refine(
    host =>
      /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(
        host.replace(/\{\{(name|namespace)\}\}/g, 'x'),
      ),
    'must be a host in lower case, with no other placeholders than {{name}} and {{namespace}}',
  );

const fields = z.object({
  type: z
    .enum(['clusterIP', 'loadBalancer', 'ingress', 'gateway'])
    .default('clusterIP'),
  annotations: z.record(z.string(), z.string()).default({}),
  host: hostTemplate.optional(),
  port: z.int().min(1).max(65_535).optional(),
  tls: z.boolean().optional(),
  tlsSecret: z.string().min(1).optional(),
  className: z.string().min(1).optional(),
  gateway: z
    .object({
      name: z.string().min(1),
      namespace: z.string().min(1).optional(),
      sectionName: z.string().min(1).optional(),
    })
    .optional(),
  thrift: z
    .object({
      transport: z.enum(['binary', 'http']).default('binary'),
      httpPath: z
        .string()
        .regex(
          /^[-_.a-zA-Z0-9]+$/,
          'may have letters, digits, hyphens, underscores and dots',
        )
        .default('cliservice'),
      external: z.boolean().default(false),
      host: hostTemplate.optional(),
    })
    .prefault({}),
});

type Fields = z.output<typeof fields>;

/** How clusters are reached; what stands in front of an ingress or gateway ends TLS unless told otherwise. */
export const exposureSchema = fields
  .superRefine(checkHosts)
  .superRefine(checkThrift)
  .transform(
    (exposure): Exposure => ({
      ...exposure,
      tls: exposure.tls ?? isRouted(exposure),
    }),
  );

function isRouted({ type }: Pick<Fields, 'type'>): boolean {
  return type === 'ingress' || type === 'gateway';
}

function checkHosts(exposure: Fields, context: z.RefinementCtx): void {
  const { type, host, gateway } = exposure;
  if (isRouted(exposure) && !host) {
    addMissing('host', `is required with type ${type}`, context);
  }
  if (type === 'gateway' && !gateway) {
    addMissing('gateway', 'is required with type gateway', context);
  }
}

function checkThrift(exposure: Fields, context: z.RefinementCtx): void {
  const { type, host, thrift } = exposure;
  if (!thrift.external || !isRouted(exposure)) {
    return;
  }
  if (thrift.transport !== 'http') {
    const message = `must be http: type ${type} leads HTTP only`;
    context.addIssue({
      code: 'custom',
      path: ['thrift', 'transport'],
      message,
    });
  }
  if (type === 'gateway' && (!thrift.host || thrift.host === host)) {
    const message =
      'is required, and another than host: a Gateway takes only one kind of route for a host';
    context.addIssue({ code: 'custom', path: ['thrift', 'host'], message });
  }
}

function addMissing(field: string, message: string, context: z.RefinementCtx) {
  context.addIssue({ code: 'custom', path: [field], message });
}
