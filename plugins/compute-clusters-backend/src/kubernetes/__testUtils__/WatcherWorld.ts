import { mockServices } from '@backstage/backend-test-utils';
import http from 'http';
import { ManualClock } from '../../clock';
import { KubernetesHttp } from '../KubernetesHttp';
import { DefaultObjectWatcher } from '../reflector';
import { ScriptedApiServer } from './ScriptedApiServer';

const END_OF_LIST = {
  type: 'BOOKMARK',
  object: {
    metadata: {
      resourceVersion: '9',
      annotations: { 'k8s.io/initial-events-end': 'true' },
    },
  },
};

/** An object watcher, and an API server without objects whose watches tell what a test says. */
export class WatcherWorld {
  static async create(
    options: { formerNamespaces?: string[] } = {},
  ): Promise<WatcherWorld> {
    return new WatcherWorld(
      await ScriptedApiServer.start(),
      options.formerNamespaces ?? [],
    );
  }

  readonly clock = ManualClock.create();
  readonly logger = mockServices.logger.mock();
  /** Ids of compute clusters that the watcher told to have changed. */
  readonly changes: string[] = [];
  /** Open watches by path. */
  readonly watches = new Map<string, http.ServerResponse>();
  /** What the watch on a path begins with. */
  readonly present = new Map<string, { object: object }[]>();
  /** Paths that may not be watched. */
  forbidden: RegExp | undefined;
  readonly watcher: DefaultObjectWatcher;
  private readonly client: KubernetesHttp;
  private version = 10;

  private constructor(
    readonly server: ScriptedApiServer,
    formerNamespaces: string[],
  ) {
    const { clock, logger } = this;
    const kubeConfig = server.kubeConfig();
    this.client = KubernetesHttp.create({ kubeConfig, clock });
    this.watcher = DefaultObjectWatcher.create({
      http: this.client,
      clock,
      logger,
      random: () => 0,
      namespaces: ['a', 'b'],
      formerNamespaces,
    });
    this.watcher.onChange(clusterId => this.changes.push(clusterId));
    server.answer(({ url: { pathname } }, response) =>
      this.answer(pathname, response),
    );
  }

  /** Tells what has happened to objects, by the watch on their path. */
  send(path: string, ...events: { type?: string; object: object }[]): void {
    for (const event of events) {
      this.version += 1;
      const text = JSON.stringify({ type: 'ADDED', ...event });
      const versioned = text.replace(
        '"metadata":{',
        `"metadata":{"resourceVersion":"${this.version}",`,
      );
      this.watches.get(path)?.write(`${versioned}\n`);
    }
  }

  async stop(): Promise<void> {
    await this.watcher.stop();
    this.client.close();
    await this.server.stop();
  }

  private answer(path: string, response: http.ServerResponse): void {
    if (this.forbidden?.test(path)) {
      response.writeHead(403).end('{"message":"not allowed"}');
      return;
    }
    this.watches.set(path, response.writeHead(200));
    this.send(path, ...(this.present.get(path) ?? []), END_OF_LIST);
  }
}
