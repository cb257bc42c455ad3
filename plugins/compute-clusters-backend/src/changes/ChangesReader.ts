import { SpecChange } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ClusterStore } from '../database';
import { ClusterNotFoundError } from '../service';
import { specChanges } from './specChanges';

/** Tells what the next start of a cluster will change. Asks Kubernetes nothing. */
export class ChangesReader {
  static create(options: { store: ClusterStore }): ChangesReader {
    return new ChangesReader(options.store);
  }

  private constructor(private readonly store: ClusterStore) {}

  /**
   * From the current or last run to what is saved; nothing for a cluster that never ran.
   *
   * @throws ClusterNotFoundError
   */
  async read(id: string): Promise<SpecChange[]> {
    const cluster = await this.store.get(id);
    if (!cluster) {
      throw new ClusterNotFoundError();
    }
    return cluster.run ? specChanges(cluster.run.spec, cluster.spec) : [];
  }
}
