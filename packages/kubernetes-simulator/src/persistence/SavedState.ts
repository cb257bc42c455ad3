import type { LogLine } from '../logs/PodLogs';
import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { isKubernetesObject } from '../objects/KubernetesObject';

/** The format's version; files of another one are not read. */
export const STATE_VERSION = 2;

/** What a state file holds. */
export interface SavedState {
  token: string;
  revision: number;
  objects: KubernetesObject[];
  logs: Map<string, LogLine[]>;
}

function keyOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  return [apiVersion, kind, metadata.namespace, metadata.name].join(' ');
}

/** The name of an object in a state file. */
export const savedKey = keyOf;

function parseLine(line: string): JsonObject {
  const value: JsonValue = JSON.parse(line);
  return isJsonObject(value) ? value : {};
}

/** The last line may have been cut off by the end of the process: what it said is lost, and nothing else. */
function linesOf(text: string): JsonObject[] {
  const end = text.lastIndexOf('\n');
  return text.slice(0, end).split('\n').map(parseLine);
}

function readLog(logs: Map<string, LogLine[]>, entry: JsonValue): void {
  if (!Array.isArray(entry)) return;
  const [uid, at, text] = entry;
  const lines = logs.get(String(uid)) ?? [];
  lines.push({ at: Number(at), text: String(text) });
  logs.set(String(uid), lines);
}

/**
 * The state that a file's lines add up to, or undefined if it is none that this version can read.
 *
 * @throws if a line in the middle is broken
 */
export function parseState(text: string): SavedState | undefined {
  const [header, ...lines] = linesOf(text);
  if (header?.version !== STATE_VERSION) return undefined;
  if (typeof header.token !== 'string') return undefined;
  const objects = new Map<string, KubernetesObject>();
  const logs = new Map<string, LogLine[]>();
  let revision = Number(header.revision);
  for (const line of lines) {
    if (isJsonObject(line.put) && isKubernetesObject(line.put)) {
      objects.set(keyOf(line.put), line.put);
    }
    if (typeof line.remove === 'string') objects.delete(line.remove);
    if (line.log) readLog(logs, line.log);
    revision = Math.max(revision, Number(line.revision ?? 0));
  }
  return {
    token: header.token,
    revision,
    objects: [...objects.values()],
    logs,
  };
}
