/** Gives an address without a host one, to be read: nobody goes there. */
const NOWHERE = 'http://spark.invalid';

/**
 * Where a redirect of Spark leads in the portal. Whatever it names is taken for a page of the same Spark UI: the API
 * server writes its own path before it, or leaves the pod's address, and a hostile driver might name any other.
 *
 * @param paths - the proxy's path at the API server, and the address of the UI in the portal; without a slash at the end
 */
export function rewriteLocation(
  location: string,
  paths: { proxy: string; base: string },
): string {
  const { pathname, search, hash } = parsed(location);
  const own = new URL(paths.base).pathname;
  return paths.base + below([paths.proxy, own], pathname) + search + hash;
}

function parsed(location: string): Pick<URL, 'pathname' | 'search' | 'hash'> {
  try {
    return new URL(location, NOWHERE);
  } catch {
    return { pathname: '/', search: '', hash: '' };
  }
}

function below(prefixes: string[], pathname: string): string {
  const prefix = prefixes.find(
    candidate => pathname === candidate || pathname.startsWith(`${candidate}/`),
  );
  const path = prefix === undefined ? pathname : pathname.slice(prefix.length);
  return `/${path.replace(/^\/+/, '')}`;
}
