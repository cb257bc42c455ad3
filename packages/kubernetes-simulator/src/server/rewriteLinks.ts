const LINKS = /(\s(?:href|src|action)=")([^"]*)/g;

/** Links of a page as the API server's proxy changes them: its own path stands before those to the pod itself. */
export function rewriteLinks(html: string, proxyPath: string): string {
  return html.replace(
    LINKS,
    (_, attribute: string, link: string) =>
      attribute + proxied(link, proxyPath),
  );
}

/** One such link. Those to other hosts, and relative ones, are left as they are. */
export function proxied(link: string, proxyPath: string): string {
  return link.startsWith('/') && !link.startsWith('//')
    ? proxyPath + link
    : link;
}
