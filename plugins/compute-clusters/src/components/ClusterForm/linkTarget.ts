/**
 * Where a click leads inside the portal, as the router takes it; undefined if it leads nowhere else or leaves this page
 * open, as in a new tab.
 *
 * @param base - the path below which the portal lies
 */
export function linkTarget(
  event: MouseEvent,
  base: string,
): string | undefined {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey) {
    return undefined;
  }
  const link = target instanceof Element ? target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement)) return undefined;
  if (link.hasAttribute('download') || !['', '_self'].includes(link.target)) {
    return undefined;
  }
  const { origin, pathname, search, hash } = new URL(link.href);
  const here = window.location;
  // Another site unloads the page, which asks by itself.
  if (origin !== here.origin) return undefined;
  if (pathname === here.pathname && search === here.search) return undefined;
  const prefix = base.replace(/\/$/, '');
  return pathname.startsWith(`${prefix}/`)
    ? pathname.slice(prefix.length) + search + hash
    : undefined;
}
