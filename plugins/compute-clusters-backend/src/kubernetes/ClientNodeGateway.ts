import type {
  KubernetesObject,
  V1ManagedFieldsEntry,
} from '@kubernetes/client-node';
import { InputError } from '@backstage/errors';
import { isKubernetesError } from './isKubernetesError';
import { KubernetesErrorCode } from './KubernetesError';
import { KubernetesGateway, ObjectRef } from './KubernetesGateway';
import { KubernetesHttp } from './KubernetesHttp';
import { ownCreatedFields } from './ownCreatedFields';
import { fromJson, toJson } from './objectJson';
import { FIELD_MANAGER } from './objects';
import { collectionPath, objectPath } from './resourcePath';

/** The gateway to a real API server, with the client's configuration and models over connections that are kept. */
export class ClientNodeGateway implements KubernetesGateway {
  static create(options: { http: KubernetesHttp }): ClientNodeGateway {
    return new ClientNodeGateway(options.http);
  }

  private constructor(private readonly http: KubernetesHttp) {}

  async create(object: KubernetesObject): Promise<void> {
    await this.http.request({
      method: 'POST',
      path: collectionPath(refOf(object)),
      query: { fieldManager: FIELD_MANAGER },
      body: { contentType: 'application/json', text: toJson(object) },
    });
  }

  async apply<T extends KubernetesObject>(object: T): Promise<T> {
    const applied = await this.applyOnce(object);
    const owned = ownCreatedFields(applied.metadata?.managedFields ?? []);
    if (!owned) {
      return applied;
    }
    const replaced = await this.replaceManagedFields(applied, owned);
    return this.applyOnce(atVersionOf(object, replaced));
  }

  private async applyOnce<T extends KubernetesObject>(object: T): Promise<T> {
    const answer = await this.http.request({
      method: 'PATCH',
      path: objectPath(refOf(object)),
      query: { fieldManager: FIELD_MANAGER, force: 'true' },
      // JSON is YAML too
      body: {
        contentType: 'application/apply-patch+yaml',
        text: toJson(object),
      },
    });
    return fromJson<T>(answer, object);
  }

  /** Only as long as nobody else has changed the object: their fields are in there too. */
  private async replaceManagedFields(
    object: KubernetesObject,
    entries: V1ManagedFieldsEntry[],
  ): Promise<KubernetesObject> {
    const { resourceVersion } = object.metadata ?? {};
    const answer = await this.http.request({
      method: 'PATCH',
      path: objectPath(refOf(object)),
      query: { fieldManager: FIELD_MANAGER },
      body: {
        contentType: 'application/json-patch+json',
        text: JSON.stringify([
          { op: 'replace', path: '/metadata/managedFields', value: entries },
          {
            op: 'replace',
            path: '/metadata/resourceVersion',
            value: resourceVersion,
          },
        ]),
      },
    });
    return fromJson(answer, object);
  }

  async merge(ref: ObjectRef, changes: object): Promise<boolean> {
    const answer = await unlessRefused(
      this.http.request({
        method: 'PATCH',
        path: objectPath(ref),
        query: { fieldManager: FIELD_MANAGER },
        body: {
          contentType: 'application/merge-patch+json',
          text: JSON.stringify(changes),
        },
      }),
      ['NotFound'],
    );
    return answer !== undefined;
  }

  async read<T extends KubernetesObject>(
    ref: ObjectRef,
  ): Promise<T | undefined> {
    const answer = await unlessRefused(
      this.http.request({ method: 'GET', path: objectPath(ref) }),
      ['NotFound'],
    );
    return answer === undefined ? undefined : fromJson<T>(answer, ref);
  }

  async delete(
    ref: ObjectRef,
    options: { uid?: string; force?: true } = {},
  ): Promise<boolean> {
    const answer = await unlessRefused(
      this.http.request({
        method: 'DELETE',
        path: objectPath(ref),
        body: deleteOptions(options),
      }),
      ['NotFound', 'Conflict'],
    );
    return answer !== undefined;
  }

  async deleteAll(
    kind: { apiVersion: string; kind: string; namespace: string },
    labels: Record<string, string>,
  ): Promise<void> {
    await this.http.request({
      method: 'DELETE',
      path: collectionPath(kind),
      query: { labelSelector: selectorOf(labels) },
      body: deleteOptions(),
    });
  }

  async version(): Promise<string> {
    const answer = await this.http.request({ method: 'GET', path: '/version' });
    const { gitVersion }: { gitVersion?: string } = JSON.parse(answer);
    return gitVersion ?? 'unknown';
  }

  async checkReady(): Promise<void> {
    try {
      await this.http.request({ method: 'GET', path: '/readyz' });
    } catch (error) {
      if (!isKubernetesError(error, 'Forbidden')) {
        throw error;
      }
      // Kubernetes opens it to everybody, but not everybody leaves it so.
      await this.version();
    }
  }
}

function refOf(object: KubernetesObject): ObjectRef {
  const { apiVersion, kind, metadata } = object;
  if (!apiVersion || !kind || !metadata?.name) {
    throw new InputError('A Kubernetes object needs apiVersion, kind and name');
  }
  return {
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  };
}

/** The object for the version that it has now, if it was for a certain version. */
function atVersionOf<T extends KubernetesObject>(
  object: T,
  { metadata }: KubernetesObject,
): T {
  return object.metadata?.resourceVersion
    ? {
        ...object,
        metadata: {
          ...object.metadata,
          resourceVersion: metadata?.resourceVersion,
        },
      }
    : object;
}

function deleteOptions({ uid, force }: { uid?: string; force?: true } = {}) {
  return {
    contentType: 'application/json',
    text: JSON.stringify({
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: 'Background',
      ...(uid && { preconditions: { uid } }),
      ...(force && { gracePeriodSeconds: 0 }),
    }),
  };
}

/** No selector would mean every object of the namespace. */
function selectorOf(labels: Record<string, string>): string {
  const pairs = Object.entries(labels);
  if (pairs.length === 0) {
    throw new InputError('Refusing to delete all objects of a namespace');
  }
  return pairs.map(([key, value]) => `${key}=${value}`).join(',');
}

async function unlessRefused(
  request: Promise<string>,
  codes: KubernetesErrorCode[],
): Promise<string | undefined> {
  try {
    return await request;
  } catch (error) {
    if (isKubernetesError(error, ...codes)) {
      return undefined;
    }
    throw error;
  }
}
