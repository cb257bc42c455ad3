const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * FNV-1a in seven characters of base 36. It only keeps shortened names apart; nothing secret depends on it, and unlike
 * Node's hashes it runs in a browser.
 */
export function shortHash(text: string): string {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    // eslint-disable-next-line no-bitwise
    hash = Math.imul(hash ^ byte, FNV_PRIME);
  }
  // eslint-disable-next-line no-bitwise
  return (hash >>> 0).toString(36).padStart(7, '0');
}
