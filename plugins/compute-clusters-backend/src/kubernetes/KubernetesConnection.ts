import { LoggerService } from '@backstage/backend-plugin-api';
import { KubeConfig } from '@kubernetes/client-node';
import { Clock } from '../clock';
import { ClientNodeGateway } from './ClientNodeGateway';
import { KubernetesGateway } from './KubernetesGateway';
import { KubernetesHttp } from './KubernetesHttp';
import { ObjectWatcher } from './ObjectWatcher';
import { PodLogs } from './PodLogs';
import { PodProxy } from './PodProxy';
import { DefaultObjectWatcher } from './reflector';
import { RequestListener } from './RequestListener';

/** What a connection is made from. */
export interface KubernetesConnectionOptions {
  name: string;
  kubeConfig: KubeConfig;
  simulated: boolean;
  clock: Clock;
  logger: LoggerService;
  /** The mapped namespaces: watched one by one where watching all of them is forbidden. */
  namespaces?: string[];
  /** Those that are not mapped any more, where clusters run on. */
  formerNamespaces?: string[];
  /** Told of each request to the API server. */
  onRequest?: RequestListener;
}

/** One configured Kubernetes cluster. Making one asks nothing of the server, which may be away. */
export class KubernetesConnection {
  static create(options: KubernetesConnectionOptions): KubernetesConnection {
    const http = KubernetesHttp.create(options);
    // connections of their own: logs that nobody reads must not hold up watches
    const logHttp = KubernetesHttp.create(options);
    const podHttp = KubernetesHttp.create(options);
    return new KubernetesConnection(
      options.name,
      options.simulated,
      ClientNodeGateway.create({ http }),
      DefaultObjectWatcher.create({ ...options, http }),
      http,
      PodLogs.create({ http: logHttp }),
      PodProxy.create({ http: podHttp }),
      [http, logHttp, podHttp],
    );
  }

  private constructor(
    readonly name: string,
    readonly simulated: boolean,
    readonly gateway: KubernetesGateway,
    readonly watcher: ObjectWatcher,
    readonly http: KubernetesHttp,
    readonly logs: PodLogs,
    /** What pods answer, for people who may read slowly. */
    readonly pods: PodProxy,
    private readonly connections: KubernetesHttp[],
  ) {}

  /** Stops watching and ends all connections. */
  async close(): Promise<void> {
    await this.watcher.stop();
    this.connections.forEach(http => http.close());
  }
}
