import type { KubernetesObject } from '@kubernetes/client-node';

/** Names one object. */
export interface ObjectRef {
  apiVersion: string;
  kind: string;
  namespace?: string;
  name: string;
}

/**
 * Everything that the plugin asks of a Kubernetes API server, except watching. Every method may be repeated. All of
 * them throw a {@link KubernetesError}, never the client's own errors.
 */
export interface KubernetesGateway {
  /** @throws KubernetesError with code AlreadyExists */
  create(object: KubernetesObject): Promise<void>;

  /** Server-side apply with field manager `compute-clusters`, forced; of an object with a resourceVersion, over that one only. */
  apply<T extends KubernetesObject>(object: T): Promise<T>;

  /**
   * JSON merge patch: what it does not name stays, null removes.
   *
   * @returns false if there is no such object
   */
  merge(ref: ObjectRef, changes: object): Promise<boolean>;

  /** Undefined if there is none. */
  read<T extends KubernetesObject>(ref: ObjectRef): Promise<T | undefined>;

  /**
   * Deletes in the background; by force without any time to end, and without waiting for the node to confirm it.
   *
   * @returns false if there was nothing to delete (404), or the uid is another's (409)
   */
  delete(
    ref: ObjectRef,
    options?: { uid?: string; force?: true },
  ): Promise<boolean>;

  /** Deletes every object of a kind in a namespace that carries the labels; needs `deletecollection`. */
  deleteAll(
    kind: { apiVersion: string; kind: string; namespace: string },
    labels: Record<string, string>,
  ): Promise<void>;

  /** The server's version; it answers that without its storage too. */
  version(): Promise<string>;

  /**
   * Asks whether the server can do its work, for which it needs its storage.
   *
   * @throws KubernetesError if it cannot
   */
  checkReady(): Promise<void>;
}
