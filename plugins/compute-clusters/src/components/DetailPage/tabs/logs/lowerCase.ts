/** A text in lower case, as long as it was: the only letter that would grow becomes a plain i. */
export function lowerCase(text: string): string {
  return text.replace(/\u0130/g, 'i').toLowerCase();
}
