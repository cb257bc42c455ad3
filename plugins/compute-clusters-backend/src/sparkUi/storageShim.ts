import { IncomingHttpHeaders } from 'node:http';

/**
 * In a sandbox the mere mention of `localStorage` throws, and with it Spark's scripts end that remember there which table
 * is folded. This gives them one that lasts as long as the page. It stands before each script of Spark: which of them
 * comes first depends on the version.
 */
export const STORAGE_SHIM = `(function(){try{window.localStorage}catch(e){["localStorage","sessionStorage"].forEach(function(n){var m=new Map();Object.defineProperty(window,n,{configurable:true,value:{getItem:function(k){return m.has(""+k)?m.get(""+k):null},setItem:function(k,v){m.set(""+k,""+v)},removeItem:function(k){m.delete(""+k)},clear:function(){m.clear()},key:function(i){return Array.from(m.keys())[i]||null},get length(){return m.size}}})})}})();\n`;

/** Whether an answer is one of Spark's own scripts, as text that can be written before. */
export function isScript(
  path: string,
  status: number,
  headers: IncomingHttpHeaders,
): boolean {
  return (
    status === 200 &&
    path.startsWith('/static/') &&
    /javascript/.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined
  );
}

/** A script after the shim. */
export async function* withStorageShim(
  body: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(STORAGE_SHIM);
  yield* body;
}
