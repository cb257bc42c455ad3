const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A page of ours in place of one of Spark's: what is wrong, in plain words. */
export function errorPage(message: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Spark UI</title>
<style>body{font-family:sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color-scheme:light dark}</style></head>
<body><main><h1>The Spark UI cannot be shown</h1><p>${escaped(
    message,
  )}.</p></main></body>
</html>
`;
}

/** Of an error page: it needs nothing but its style. */
export const ERROR_PAGE_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => ENTITIES[character]);
}
