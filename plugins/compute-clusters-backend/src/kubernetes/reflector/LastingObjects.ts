import { MANAGED_SELECTOR } from '../objects';
import { LASTING_KINDS, LastingKind } from '../records';
import { Interner } from './Interner';
import { ScopedReflector, ScopedReflectorOptions } from './ScopedReflector';
import { LastingRecord, trimLasting } from './trimLasting';
import { WireObject } from './wire';

/** What the watches of all kinds have in common. */
type CommonOptions = Pick<
  ScopedReflectorOptions<WireObject, LastingRecord>,
  'http' | 'clock' | 'logger' | 'random' | 'namespaces' | 'formerNamespaces'
>;

interface Watched {
  kind: LastingKind;
  reflector: ScopedReflector<WireObject, LastingRecord>;
  /** Uids by compute cluster. */
  present: Map<string, string>;
}

/**
 * Knows which compute clusters have their Secret, ConfigMap and Service. Asks for metadata only, so that no secret gets
 * into this process. Where that is forbidden, nothing counts as missing.
 */
export class LastingObjects {
  static create(
    options: CommonOptions & {
      /** One of a cluster's objects was deleted. */
      onDelete: (clusterId: string) => void;
    },
  ): LastingObjects {
    const interner = Interner.create();
    return new LastingObjects(
      LASTING_KINDS.map(kind => watch(kind, options, interner)),
    );
  }

  private constructor(private readonly watched: Watched[]) {}

  /** Begins; does not wait, since nobody needs it to begin. */
  start(onListed: () => void): void {
    this.watched.forEach(
      ({ reflector }) => void reflector.start().then(onListed),
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.watched.map(({ reflector }) => reflector.stop()));
  }

  /** What a compute cluster in this namespace certainly does not have. */
  missingOf(clusterId: string, namespace: string): LastingKind[] {
    return this.watched
      .filter(
        ({ reflector, present }) =>
          !present.has(clusterId) && reflector.syncedIn(namespace),
      )
      .map(({ kind }) => kind);
  }
}

function watch(
  kind: LastingKind,
  options: Parameters<typeof LastingObjects.create>[0],
  interner: Interner,
): Watched {
  const present = new Map<string, string>();
  const reflector = ScopedReflector.create<WireObject, LastingRecord>({
    ...options,
    apiVersion: 'v1',
    kind,
    optional: `What somebody deletes is put back by the next start of its cluster only. Allow list and watch of ${kind.toLocaleLowerCase(
      'en-US',
    )}s in the namespaces of the mappings.`,
    metadataOnly: true,
    selector: { labelSelector: MANAGED_SELECTOR },
    trim: object => trimLasting(object, interner),
    onUpsert: ({ clusterId, uid }) => present.set(clusterId, uid),
    onDelete: ({ clusterId, uid }) => {
      // Its successor may have been seen already.
      if (present.get(clusterId) === uid) {
        present.delete(clusterId);
        options.onDelete(clusterId);
      }
    },
  });
  return { kind, reflector, present };
}
