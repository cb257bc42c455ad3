import {
  createClusterRequestSchema,
  problemsOfZodError,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { z } from 'zod';
import { ClusterManifest, MANIFEST_KEY } from '../kubernetes/objects';

const MOST_CHARACTERS = 255;

const who = z.string().min(1).max(MOST_CHARACTERS);

const keys = z.record(
  z.string().max(MOST_CHARACTERS),
  z.string().regex(/^[-._a-zA-Z0-9]{1,253}$/),
);

const identitySchema = z.object({
  version: z.literal(1),
  id: z.guid(),
  generation: z.int().positive(),
  run: z.object({
    sequence: z.int().positive(),
    requestedBy: who,
    startedAt: z.iso.datetime(),
  }),
  createdBy: who,
  createdAt: z.iso.datetime(),
  secretKeys: z.object({ environment: keys, sparkConf: keys }),
  // Read as a request is read, below.
  name: z.unknown().optional(),
  description: z.unknown().optional(),
  spec: z.unknown().optional(),
});

/** A ConfigMap, as far as it is read. */
export interface ManifestSource {
  /** From its label. */
  id: string;
  namespace: string;
  data: Record<string, string>;
}

/** A manifest, or why there is none. */
export type ManifestReading =
  | { manifest: ClusterManifest; problem?: undefined }
  | { manifest?: undefined; problem: string };

/** Reads what a ConfigMap says of its compute cluster; whoever may write ConfigMaps may have written anything. */
export function readManifest(source: ManifestSource): ManifestReading {
  const text = source.data[MANIFEST_KEY];
  if (text === undefined) {
    return {
      problem:
        'No specification is stored beside its objects: an older version of the portal started it',
    };
  }
  const identity = identitySchema.safeParse(parseJson(text));
  if (!identity.success) {
    return { problem: unreadable(identity.error) };
  }
  const desired = createClusterRequestSchema.safeParse({
    namespace: source.namespace,
    name: identity.data.name,
    description: identity.data.description,
    spec: identity.data.spec,
  });
  if (!desired.success) {
    return { problem: unreadable(desired.error) };
  }
  if (identity.data.id !== source.id) {
    return { problem: 'Its label and its specification name other clusters' };
  }
  const { name, description, spec } = desired.data;
  const manifest = { ...identity.data, name, description, spec };
  return holdsSecret(manifest)
    ? { problem: 'Its specification holds the value of a secret' }
    : { manifest };
}

function holdsSecret({ spec }: ClusterManifest): boolean {
  return [...spec.environment, ...spec.sparkConf].some(
    ({ secret }) => secret?.value !== undefined,
  );
}

function unreadable(error: z.ZodError): string {
  const problems = problemsOfZodError(error).map(
    ({ path, message }) => `${path}: ${message}`,
  );
  return `Its specification cannot be read: ${problems.join(' ')}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
