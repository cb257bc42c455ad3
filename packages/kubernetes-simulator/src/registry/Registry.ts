import type { Manager } from '../apply';
import { managedAfterUpdate } from '../apply';
import type { Admission } from '../admission/Admission';
import type { Clock } from '../clock';
import { timestamp } from '../clock/timestamp';
import type { JsonObject } from '../objects/json';
import { sameJson } from '../objects/json';
import type {
  KubernetesObject,
  ManagedFieldsEntry,
  ObjectDraft,
} from '../objects/KubernetesObject';
import type { ResourceType } from '../resources/ResourceType';
import { apiVersionOf } from '../resources/ResourceType';
import { alreadyExists, modified, notFound } from '../status';
import type { ObjectStore } from '../storage/ObjectStore';
import { assertNamespace } from './assertNamespace';
import { asObject } from './asObject';
import { applyDefaults } from './defaults/applyDefaults';
import type { DeleteOptions } from './deletion';
import { assertPreconditions, isFinished, markDeleted } from './deletion';
import { newUid, randomSuffix } from './Ids';
import { initialStatus } from './initialStatus';
import { assertShape, assertValid } from './validation/validateObject';
import { assertValidUpdate } from './validation/validateUpdate';

/** How an object is written. */
export interface WriteOptions {
  /** Who writes; the simulator's own controllers leave it out and keep no managed fields. */
  manager?: Manager;
  /** Goes through everything, and stores nothing. */
  dryRun?: boolean;
  /** Who owns what of a new object that an apply makes. */
  managedFields?: ManagedFieldsEntry[];
  /** Writes only this part. */
  subresource?: 'status';
}

/**
 * The rules of the API: defaults, validation, admission, optimistic locking, generations, graceful deletion. Requests
 * and the simulator's own controllers write through it alike.
 */
export class Registry {
  private constructor(
    readonly store: ObjectStore,
    private readonly clock: Clock,
    private readonly admission: Admission[],
  ) {}

  static create(options: {
    store: ObjectStore;
    clock: Clock;
    admission: Admission[];
  }): Registry {
    return new Registry(options.store, options.clock, options.admission);
  }

  /** @throws StatusError */
  create(
    type: ResourceType,
    draft: ObjectDraft,
    options: WriteOptions = {},
  ): KubernetesObject {
    assertNamespace(this.store, type, draft);
    const object = this.prepare(type, draft);
    const { namespace, name } = object.metadata;
    if (this.store.get(type, namespace, name)) throw alreadyExists(type, name);
    const managed = options.managedFields
      ? withManagedFields(object, options.managedFields)
      : this.withManagers(undefined, object, options.manager);
    return options.dryRun ? managed : this.store.put(type, managed);
  }

  /** @throws StatusError 404 */
  read(
    type: ResourceType,
    namespace: string | undefined,
    name: string,
  ): KubernetesObject {
    const object = this.store.get(type, namespace, name);
    if (!object) throw notFound(type, name);
    return object;
  }

  /**
   * Stores what `next` is to `live`, or returns `live` if that changes nothing.
   *
   * @throws StatusError
   */
  update(
    type: ResourceType,
    live: KubernetesObject,
    next: JsonObject,
    options: WriteOptions = {},
  ): KubernetesObject {
    const wanted = asObject(next);
    this.assertUnchanged(type, live, wanted);
    const shaped = this.strategy(type, live, wanted, options);
    assertShape(shaped);
    assertValid(type, shaped);
    const complete =
      options.subresource === 'status' ? shaped : applyDefaults(shaped);
    assertValidUpdate(type, live, complete);
    const managed = this.withManagers(live, complete, options.manager);
    if (sameJson(live, managed)) return live;
    return options.dryRun ? managed : this.commit(type, live, managed);
  }

  /** Replaces an object's status, as a controller does. */
  updateStatus(
    type: ResourceType,
    live: KubernetesObject,
    status: JsonObject,
  ): KubernetesObject {
    if (sameJson(live.status, status)) return live;
    return this.store.put(type, { ...live, status });
  }

  /** Writes an object past all rules, as a controller does; removes it when nothing holds it any longer. */
  commit(
    type: ResourceType,
    live: KubernetesObject,
    next: KubernetesObject,
  ): KubernetesObject {
    const counted =
      type.generation && !sameJson(live.spec, next.spec)
        ? {
            ...next,
            metadata: {
              ...next.metadata,
              generation: (live.metadata.generation ?? 1) + 1,
            },
          }
        : next;
    return isFinished(type, counted)
      ? this.store.remove(type, counted)
      : this.store.put(type, counted);
  }

  /**
   * Deletes, or marks as deleted what finalizers or a grace period still hold.
   *
   * @throws StatusError 409 if a precondition does not hold
   */
  delete(
    type: ResourceType,
    live: KubernetesObject,
    options: DeleteOptions = {},
  ): { object: KubernetesObject; removed: boolean } {
    assertPreconditions(type, live, options);
    const marked = markDeleted(type, live, options, this.clock.now());
    const removed = isFinished(type, marked);
    if (options.dryRun) return { object: marked, removed };
    if (sameJson(live, marked)) return { object: live, removed };
    if (!removed) return { object: this.store.put(type, marked), removed };
    // What was not marked before goes as it was, without a deletion time.
    const last = live.metadata.deletionTimestamp ? marked : live;
    return { object: this.store.remove(type, last), removed };
  }

  private prepare(type: ResourceType, draft: ObjectDraft): KubernetesObject {
    const { metadata } = draft;
    const {
      resourceVersion: _version,
      deletionTimestamp: _deletion,
      managedFields: _managed,
      ...meta
    } = metadata;
    const name =
      meta.name ||
      (meta.generateName ? `${meta.generateName}${randomSuffix()}` : '');
    const object: KubernetesObject = {
      ...draft,
      apiVersion: apiVersionOf(type),
      kind: type.kind,
      metadata: {
        ...meta,
        name,
        uid: newUid(),
        resourceVersion: '',
        creationTimestamp: timestamp(this.clock.now()),
        ...(type.generation ? { generation: 1 } : {}),
      },
    };
    assertShape(object);
    assertValid(type, object);
    const admitted = this.admission.reduce(
      (result, admit) => admit(type, result, this.store),
      applyDefaults(object),
    );
    if (!type.status) return admitted;
    return { ...admitted, status: initialStatus(type, admitted) };
  }

  private assertUnchanged(
    type: ResourceType,
    live: KubernetesObject,
    wanted: KubernetesObject,
  ): void {
    const { resourceVersion, uid, name } = wanted.metadata;
    const stale =
      (resourceVersion && resourceVersion !== live.metadata.resourceVersion) ||
      (uid && uid !== live.metadata.uid);
    if (stale) throw modified(type, name);
  }

  /** What of `wanted` may be written: the status or everything else, never what is the server's. */
  private strategy(
    type: ResourceType,
    live: KubernetesObject,
    wanted: KubernetesObject,
    options: WriteOptions,
  ): KubernetesObject {
    if (options.subresource === 'status') {
      const { managedFields } = wanted.metadata;
      return {
        ...live,
        metadata: {
          ...live.metadata,
          ...(managedFields ? { managedFields } : {}),
        },
        status: wanted.status,
      };
    }
    const metadata = {
      ...wanted.metadata,
      name: live.metadata.name,
      namespace: live.metadata.namespace,
      uid: live.metadata.uid,
      resourceVersion: live.metadata.resourceVersion,
      generation: live.metadata.generation,
      creationTimestamp: live.metadata.creationTimestamp,
      deletionTimestamp: live.metadata.deletionTimestamp,
      deletionGracePeriodSeconds: live.metadata.deletionGracePeriodSeconds,
    };
    return {
      ...wanted,
      metadata,
      ...(type.status ? { status: live.status } : {}),
    };
  }

  private withManagers(
    before: KubernetesObject | undefined,
    after: KubernetesObject,
    manager: Manager | undefined,
  ): KubernetesObject {
    if (!manager || manager.operation === 'Apply') return after;
    const time = timestamp(this.clock.now());
    const managedFields = managedAfterUpdate(before, after, manager, time);
    return withManagedFields(after, managedFields);
  }
}

function withManagedFields(
  object: KubernetesObject,
  managedFields: ManagedFieldsEntry[],
): KubernetesObject {
  return { ...object, metadata: { ...object.metadata, managedFields } };
}
