import { isWebPage } from './isWebPage';

/**
 * The address of the platform's own pages about compute clusters: a web page's, or a path of the portal. Undefined if it
 * is neither.
 */
export function docsLink(configured: string | undefined): string | undefined {
  if (!configured) return undefined;
  // Two slashes, or one and a backslash, lead to another host.
  if (/^\/(?![/\\])/.test(configured)) return configured;
  return isWebPage(configured) ? configured : undefined;
}
