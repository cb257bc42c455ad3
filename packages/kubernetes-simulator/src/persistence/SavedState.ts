import type { LogLine } from '../logs/PodLogs';
import type { KubernetesObject } from '../objects/KubernetesObject';
import { isKubernetesObject } from '../objects/KubernetesObject';
import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject } from '../objects/json';

/** The format's version; files of another one are not read. */
export const STATE_VERSION = 1;

/** What a state file holds. */
export interface SavedState {
  token: string;
  revision: number;
  objects: KubernetesObject[];
  logs: Array<[string, LogLine[]]>;
}

function isLogLine(value: JsonValue): value is LogLine & JsonObject {
  return (
    isJsonObject(value) &&
    typeof value.at === 'number' &&
    typeof value.text === 'string'
  );
}

function parseLogs(value: JsonValue | undefined): SavedState['logs'] {
  if (!isJsonObject(value)) return [];
  return Object.entries(value).map(([uid, lines]) => [
    uid,
    Array.isArray(lines) ? lines.filter(isLogLine) : [],
  ]);
}

/** The state in a file's text, or undefined if it is none that this version can read. */
export function parseState(text: string): SavedState | undefined {
  const value: JsonValue = JSON.parse(text);
  if (!isJsonObject(value) || value.version !== STATE_VERSION) return undefined;
  const { token, revision, objects, logs } = value;
  if (typeof token !== 'string' || typeof revision !== 'number') {
    return undefined;
  }
  const list = Array.isArray(objects) ? objects : [];
  return {
    token,
    revision,
    objects: list.filter(isJsonObject).filter(isKubernetesObject),
    logs: parseLogs(logs),
  };
}
