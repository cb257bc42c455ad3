import { Request } from 'express';

/**
 * Whether a person opens a page, and no page loads a part of itself. Browsers say so where the portal has TLS; elsewhere
 * the kind of answer tells that they want.
 */
export function isNavigation({ headers }: Pick<Request, 'headers'>): boolean {
  const mode = headers['sec-fetch-mode'];
  return mode === undefined
    ? headers.accept?.startsWith('text/html') ?? false
    : mode === 'navigate';
}
