/** Spark's own pattern misses API keys, private keys, and Azure's account keys and shared access signatures. */
const NAMES =
  'secret|password|passwd|passphrase|token|access[._-]?key|api[._-]?key|account[._-]?key|private|credential|[.]sas([.]|$)|signature';

/** What Spark hides in its UI and its log, as Java writes patterns. */
export const REDACTION = `(?i)${NAMES}`;

/** Whether a property or variable of this name probably holds a secret. */
export function soundsSecret(name: string): boolean {
  return new RegExp(NAMES, 'i').test(name);
}
