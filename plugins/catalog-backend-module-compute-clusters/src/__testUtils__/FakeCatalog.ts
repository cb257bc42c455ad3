import {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { stringifyEntityRef } from '@backstage/catalog-model';

/** A catalog in memory: keeps entities by ref, and what was done. */
export class FakeCatalog implements EntityProviderConnection {
  readonly mutations: EntityProviderMutation[] = [];
  readonly refs = new Set<string>();
  /** How many mutations fail from now on. */
  failures = 0;

  async applyMutation(mutation: EntityProviderMutation): Promise<void> {
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('The catalog is busy');
    }
    this.mutations.push(mutation);
    if (mutation.type === 'full') {
      this.refs.clear();
    } else {
      mutation.removed.forEach(removed =>
        this.refs.delete(
          'entityRef' in removed
            ? removed.entityRef
            : stringifyEntityRef(removed.entity),
        ),
      );
    }
    const added = mutation.type === 'full' ? mutation.entities : mutation.added;
    added.forEach(({ entity }) => this.refs.add(stringifyEntityRef(entity)));
  }

  async refresh(): Promise<void> {}
}
