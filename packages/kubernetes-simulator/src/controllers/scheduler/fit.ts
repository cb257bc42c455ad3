import type { JsonObject, JsonValue } from '../../objects/json';
import { childOf, isJsonObject } from '../../objects/json';
import type { Node, Taint } from '../../objects/Node';
import type { Pod, Toleration } from '../../objects/Pod';
import { conditionOf } from '../../objects/Pod';
import { Quantity } from '../../objects/Quantity';
import type { Use } from '../../quota/podUse';
import { podUse } from '../../quota/podUse';

function tolerates(toleration: Toleration, taint: Taint): boolean {
  const { key, operator = 'Equal', value = '', effect } = toleration;
  if (effect && effect !== taint.effect) return false;
  if (!key) return operator === 'Exists';
  if (key !== taint.key) return false;
  return operator === 'Exists' || value === (taint.value ?? '');
}

function untolerated(pod: Pod, node: Node): Taint | undefined {
  return node.spec.taints?.find(
    taint =>
      taint.effect !== 'PreferNoSchedule' &&
      !pod.spec.tolerations?.some(toleration => tolerates(toleration, taint)),
  );
}

function objectsIn(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function matchesExpression(
  labels: Record<string, string>,
  { key, operator, values }: JsonObject,
): boolean {
  const value = labels[String(key)];
  const listed = Array.isArray(values) && values.includes(value);
  switch (operator) {
    case 'In':
      return value !== undefined && listed;
    case 'NotIn':
      return !listed;
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

function matchesAffinity(pod: Pod, labels: Record<string, string>): boolean {
  const required = childOf(
    childOf(pod.spec.affinity ?? {}, 'nodeAffinity'),
    'requiredDuringSchedulingIgnoredDuringExecution',
  );
  const terms = objectsIn(required.nodeSelectorTerms);
  return (
    terms.length === 0 ||
    terms.some(term =>
      objectsIn(term.matchExpressions).every(expression =>
        matchesExpression(labels, expression),
      ),
    )
  );
}

function isSelected(pod: Pod, node: Node): boolean {
  const labels = node.metadata.labels ?? {};
  const selector = Object.entries(pod.spec.nodeSelector ?? {});
  return (
    selector.every(([key, value]) => labels[key] === value) &&
    matchesAffinity(pod, labels)
  );
}

/** The resource that a node has too little of, or undefined. */
function shortage(pod: Pod, node: Node, used: Use): string | undefined {
  const { allocatable = {} } = node.status;
  for (const [name, wanted] of podUse(pod)) {
    if (name !== 'pods' && !name.startsWith('requests.')) continue;
    const resource = name.replace('requests.', '');
    const total = wanted.plus(used.get(name) ?? Quantity.ZERO);
    if (total.milli > Quantity.of(allocatable[resource]).milli) {
      return resource === 'pods' ? 'Too many pods' : `Insufficient ${resource}`;
    }
  }
  return undefined;
}

/** Why a pod cannot run on a node, in the scheduler's words; undefined if it can. */
export function misfit(pod: Pod, node: Node, used: Use): string | undefined {
  if (node.spec.unschedulable) return 'node(s) were unschedulable';
  if (conditionOf(node.status, 'Ready')?.status !== 'True') {
    return 'node(s) had untolerated taint {node.kubernetes.io/not-ready: }';
  }
  const taint = untolerated(pod, node);
  if (taint) {
    return `node(s) had untolerated taint {${taint.key}: ${taint.value ?? ''}}`;
  }
  if (!isSelected(pod, node)) {
    return "node(s) didn't match Pod's node affinity/selector";
  }
  return shortage(pod, node, used);
}
