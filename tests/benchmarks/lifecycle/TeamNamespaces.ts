import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '../../support/waitUntil';
import type { KeepAliveHttp } from '../support/KeepAliveHttp';
import { inParallel } from '../support/inParallel';

const NAME = 'bench-lifecycle';
/** Kubernetes' own controllers look through all pods of a namespace for each pod that changes. */
const CLUSTERS_EACH = 50;
const AT_ONCE = 5;
const GONE_MS = 900_000;

/** Namespaces of a company: as many as it takes for so many compute clusters. */
export class TeamNamespaces {
  /** Makes them, and removes what an earlier run left. */
  static async create(
    http: KeepAliveHttp,
    clusters: number,
  ): Promise<TeamNamespaces> {
    const count = Math.ceil(clusters / CLUSTERS_EACH);
    const names = Array.from({ length: count }, (_, i) => `${NAME}-${i}`);
    const namespaces = new TeamNamespaces(http, names);
    await namespaces.removeAll();
    await Promise.all(names.map(name => namespaces.make(name)));
    return namespaces;
  }

  private readonly directory = mkdtempSync(join(tmpdir(), `${NAME}-`));

  private constructor(
    private readonly http: KeepAliveHttp,
    private readonly names: readonly string[],
  ) {
    writeFileSync(this.configFile, JSON.stringify(configOf(names)));
  }

  /** The portal's configuration of who owns them. */
  get configFile(): string {
    return join(this.directory, 'app-config.namespaces.yaml');
  }

  /** The namespace of the compute cluster of this number. */
  of(cluster: number): string {
    return this.names[cluster % this.names.length];
  }

  /** Removes them with all that is in them. */
  async remove(): Promise<void> {
    rmSync(this.directory, { recursive: true });
    await this.removeAll();
  }

  private async make(name: string): Promise<void> {
    await this.http.send('POST', '/api/v1/namespaces', { metadata: { name } });
  }

  private async removeAll(): Promise<void> {
    await inParallel(this.names, AT_ONCE, name => this.removeOne(name));
  }

  /**
   * Pods first and without grace: the namespace's own way takes long. The API server breaks off what takes it longer than
   * a minute, so it is asked until nothing is left.
   */
  private async removeOne(name: string): Promise<void> {
    const namespace = `/api/v1/namespaces/${name}`;
    const jobs = `/apis/batch/v1/namespaces/${name}/jobs`;
    const ask = (path: string) =>
      this.http.statusOf('DELETE', path).catch(() => 0);
    await waitUntil(
      `namespace ${name} is gone`,
      async () => {
        if ((await this.http.statusOf('GET', namespace)) === 404) {
          return true;
        }
        await ask(`${jobs}?propagationPolicy=Background`);
        await ask(`${namespace}/pods?gracePeriodSeconds=0`);
        await ask(namespace);
        return false;
      },
      { timeoutMs: GONE_MS, everyMs: 1_000 },
    );
  }
}

function configOf(names: readonly string[]) {
  return {
    computeClusters: {
      namespaces: names.map(name => ({
        name,
        kubernetesCluster: 'demo',
        owner: 'group:default/data-engineering',
      })),
    },
  };
}
