import { randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A token for Spark Connect that nobody guesses. */
export function newConnectToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}
