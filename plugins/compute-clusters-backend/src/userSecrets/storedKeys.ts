import { randomBytes } from 'node:crypto';
import { ComputeClusterSpec } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { Section, SECTIONS } from './settingRows';

/** A request that has written its values and not yet stored their keys is done by then, or has failed. */
const UNUSED_MILLISECONDS = 10 * 60 * 1000;

/** Kubernetes takes keys of 253 characters. */
const NAME_LENGTH = 180;

/** A key that has never been used; the section and the name are for people who look into the Secret. */
export function newStoredKey(
  section: Section,
  name: string,
  now: Date,
): string {
  const readable = name.replace(/[^-._a-zA-Z0-9]/g, '_').slice(0, NAME_LENGTH);
  const unique = randomBytes(6).toString('hex');
  return `${section}.${readable}.${now.getTime()}-${unique}`;
}

/** The keys of the values that a specification keeps. */
export function storedKeys(spec: ComputeClusterSpec): string[] {
  return SECTIONS.flatMap(section =>
    spec[section].flatMap(({ secret }) =>
      secret?.stored && secret.ref ? [secret.ref.key] : [],
    ),
  );
}

/** Which keys no specification keeps, old enough that no request under way will. */
export function staleKeys(
  keys: string[],
  options: { kept: string[]; now: Date },
): string[] {
  const kept = new Set(options.kept);
  const before = options.now.getTime() - UNUSED_MILLISECONDS;
  return keys.filter(key => !kept.has(key) && madeAt(key) < before);
}

/** A key that is none of ours is as old as can be. */
function madeAt(key: string): number {
  return Number(/\.(\d+)-[0-9a-f]+$/.exec(key)?.[1] ?? 0);
}
