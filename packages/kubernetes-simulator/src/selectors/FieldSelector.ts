import type { JsonValue } from '../objects/json';
import { isJsonObject } from '../objects/json';
import type { KubernetesObject } from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';
import { badRequest } from '../status/errors';

const EVERYWHERE = ['metadata.name', 'metadata.namespace'];
const FIELDS: Record<string, string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Job: ['status.successful'],
  Node: ['spec.unschedulable'],
  Namespace: ['status.phase'],
  Secret: ['type'],
  Service: ['spec.clusterIP', 'spec.type'],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
};

interface Requirement {
  path: string[];
  equal: boolean;
  value: string;
}

function valueAt(object: KubernetesObject, path: string[]): string {
  let value: JsonValue | undefined = object;
  for (const key of path) {
    value = isJsonObject(value) ? value[key] : undefined;
  }
  return value === undefined || value === null ? '' : String(value);
}

function parseRequirement(type: ResourceType, text: string): Requirement {
  const match = /^([^=!]+)(==|=|!=)(.*)$/.exec(text);
  if (!match) throw badRequest(`invalid selector: '${text}'`);
  const [, field, operator, value] = match;
  const known = [...EVERYWHERE, ...(FIELDS[type.kind] ?? [])];
  if (!known.includes(field)) {
    const names = known.map(name => `"${name}"`).join(', ');
    throw badRequest(`"${field}" is not a known field selector: only ${names}`);
  }
  return { path: field.split('.'), equal: operator !== '!=', value };
}

/** A selector as in `?fieldSelector=`: only the fields that Kubernetes offers for the type. */
export class FieldSelector {
  private constructor(private readonly requirements: Requirement[]) {}

  /** @throws StatusError 400 */
  static parse(type: ResourceType, text: string | undefined): FieldSelector {
    const parts = (text ?? '').split(',').filter(part => part !== '');
    return new FieldSelector(parts.map(part => parseRequirement(type, part)));
  }

  matches(object: KubernetesObject): boolean {
    return this.requirements.every(
      ({ path, equal, value }) => (valueAt(object, path) === value) === equal,
    );
  }
}
