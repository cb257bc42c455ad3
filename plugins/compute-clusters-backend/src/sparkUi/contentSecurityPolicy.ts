/**
 * What a page of Spark may do in the browser. Without `allow-same-origin` its origin is none: it has nothing of the
 * portal's cookies, storage, pages and API. It loads, and sends forms, only within the Spark UIs of this cluster.
 *
 * @param root - address of the cluster's UI, without ticket and slash at the end
 */
export function contentSecurityPolicy(root: string): string {
  const own = `${root}/`;
  return [
    'sandbox allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
    "default-src 'none'",
    `script-src ${own} 'unsafe-inline'`,
    `style-src ${own} 'unsafe-inline'`,
    `img-src ${own} data:`,
    `font-src ${own} data:`,
    `connect-src ${own}`,
    `form-action ${own}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
