import { randomInt, randomUUID } from 'node:crypto';

/** Kubernetes leaves out vowels and look-alikes. */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/** A new object's uid. */
export function newUid(): string {
  return randomUUID();
}

/** The five characters that end a generated name. */
export function randomSuffix(): string {
  return Array.from(
    { length: 5 },
    () => ALPHABET[randomInt(ALPHABET.length)],
  ).join('');
}
