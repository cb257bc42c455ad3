import type { JsonValue } from '../../objects/json';
import { childOf, isJsonObject } from '../../objects/json';
import type { DeleteOptions, PropagationPolicy } from '../../registry/deletion';
import { invalidOptions } from '../../status';
import type { Exchange } from '../Exchange';

function isPolicy(value: string): value is PropagationPolicy {
  return ['Background', 'Foreground', 'Orphan'].includes(value);
}

function policyOf(value: JsonValue | undefined): PropagationPolicy | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && isPolicy(value)) return value;
  throw invalidOptions(
    'DeleteOptions',
    'propagationPolicy',
    'FieldValueNotSupported',
    `Unsupported value: ${JSON.stringify(
      value,
    )}: supported values: "Foreground", "Background", "Orphan"`,
  );
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** DeleteOptions from the body or, failing that, from the query. */
export function deleteOptionsOf(
  exchange: Exchange,
  body: JsonValue | undefined,
): DeleteOptions {
  const options = isJsonObject(body) ? body : {};
  const { query } = exchange;
  const preconditions = childOf(options, 'preconditions');
  const grace =
    options.gracePeriodSeconds ?? query.get('gracePeriodSeconds') ?? undefined;
  return {
    uid: textOf(preconditions.uid),
    resourceVersion: textOf(preconditions.resourceVersion),
    propagationPolicy: policyOf(
      options.propagationPolicy ?? query.get('propagationPolicy'),
    ),
    gracePeriodSeconds: grace === undefined ? undefined : Number(grace),
    dryRun: query.has('dryRun') || Array.isArray(options.dryRun),
  };
}
