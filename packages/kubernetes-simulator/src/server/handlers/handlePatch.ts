import type { Manager } from '../../apply';
import { serverSideApply } from '../../apply';
import { timestamp } from '../../clock/timestamp';
import type { JsonObject, JsonValue } from '../../objects/json';
import { isJsonObject } from '../../objects/json';
import type {
  KubernetesObject,
  ObjectDraft,
} from '../../objects/KubernetesObject';
import { jsonPatch, mergePatch, strategicMergePatch } from '../../patch';
import { asObject } from '../../registry/asObject';
import { StatusError, badRequest, invalidOptions } from '../../status';
import { serialize } from '../../storage/serialize';
import type { ApiContext } from '../ApiContext';
import type { Exchange } from '../Exchange';
import { managerOf } from '../managerOf';
import type { RequestTarget } from '../RequestTarget';
import { draftFor } from './draftFor';
import type { Handler } from './Handler';
import { subresourceOf } from './subresourceOf';

const APPLY = /^application\/apply-patch\+(yaml|json)$/;

function patched(
  contentType: string,
  live: KubernetesObject,
  patch: JsonValue | undefined,
): JsonObject {
  if (contentType === 'application/json-patch+json') {
    return jsonPatch(live, patch ?? null);
  }
  if (!isJsonObject(patch)) throw badRequest('the patch is not an object');
  switch (contentType) {
    case 'application/merge-patch+json':
      return mergePatch(live, patch);
    case 'application/strategic-merge-patch+json':
      return strategicMergePatch(live, patch);
    default:
      throw new StatusError(
        415,
        'UnsupportedMediaType',
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
      );
  }
}

/** A patch that does not say which version it is for is for any. */
function withoutStaleVersion(
  next: JsonObject,
  live: KubernetesObject,
): JsonObject {
  const object = asObject(next);
  const { resourceVersion } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      resourceVersion: resourceVersion || live.metadata.resourceVersion,
    },
  };
}

/** An object that apply creates starts out empty, so that what is applied becomes the manager's. */
function applyToNothing(
  context: ApiContext,
  target: RequestTarget,
  draft: ObjectDraft,
  manager: Manager,
  dryRun: boolean,
): KubernetesObject {
  const { registry, clock } = context;
  const { managedFields } = serverSideApply({
    live: asObject({
      apiVersion: draft.apiVersion,
      kind: draft.kind,
      metadata: {},
    }),
    applied: draft,
    manager,
    force: true,
    time: timestamp(clock.now()),
  });
  return registry.create(target.type, draft, { dryRun, managedFields });
}

function assertApplicable(draft: ObjectDraft): void {
  if (draft.metadata.managedFields?.length) {
    throw badRequest('metadata.managedFields must be nil');
  }
}

async function apply(
  context: ApiContext,
  exchange: Exchange,
  target: RequestTarget,
): Promise<void> {
  const { type, namespace, name = '' } = target;
  const subresource = subresourceOf(target);
  const body = await exchange.readObject();
  const manager = managerOf(exchange, 'Apply', subresource);
  const draft = draftFor(body, target);
  assertApplicable(draft);
  const dryRun = exchange.query.has('dryRun');
  const live = context.store.get(type, namespace, name);
  if (!live && !subresource) {
    const made = applyToNothing(context, target, draft, manager, dryRun);
    exchange.sendText(201, serialize(made), 'application/json');
    return;
  }
  const present = live ?? context.registry.read(type, namespace, name);
  const { object, managedFields } = serverSideApply({
    live: present,
    applied: draft,
    manager,
    force: exchange.flag('force'),
    time: timestamp(context.clock.now()),
  });
  const merged = asObject(object);
  const next = {
    ...merged,
    metadata: {
      ...merged.metadata,
      managedFields,
      // one that was applied is the one that is meant, and no other
      resourceVersion:
        draft.metadata.resourceVersion || present.metadata.resourceVersion,
    },
  };
  const stored = context.registry.update(type, present, next, {
    manager,
    dryRun,
    subresource,
  });
  exchange.sendText(200, serialize(stored), 'application/json');
}

/** PATCH of an object or its status, in any of Kubernetes' four ways. */
export const handlePatch: Handler = async (context, exchange, target) => {
  if (APPLY.test(exchange.contentType)) {
    await apply(context, exchange, target);
    return;
  }
  if (exchange.query.has('force')) {
    throw invalidOptions(
      'PatchOptions',
      'force',
      'FieldValueForbidden',
      'Forbidden: may not be specified for non-apply patch',
    );
  }
  const { type, namespace, name = '' } = target;
  const subresource = subresourceOf(target);
  const patch = await exchange.readBody();
  const live = context.registry.read(type, namespace, name);
  const next = patched(exchange.contentType, live, patch);
  const object = context.registry.update(
    type,
    live,
    withoutStaleVersion(next, live),
    {
      manager: managerOf(exchange, 'Update', subresource),
      dryRun: exchange.query.has('dryRun'),
      subresource,
    },
  );
  exchange.sendText(200, serialize(object), 'application/json');
};
