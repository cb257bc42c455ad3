import { readdir, readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { kubernetesSimulatorExtensionPoint } from '@compute-clusters/backstage-plugin-compute-clusters-node';
import request from 'supertest';
import { computeClustersPlugin } from '../plugin';
import { SimulatedKubernetes } from '../reconciler/__testUtils__/SimulatedKubernetes';
import { soon } from '../reconciler/__testUtils__/soon';
import { RecordingLogger } from './RecordingLogger';

const ENGINEER = 'user:default/data-engineer';

/** The whole plugin on a simulated Kubernetes and a database in a file, for a user who owns namespace `data-eng`. */
export class SimulatedPortal {
  static async start(
    computeClusters: JsonObject = {},
  ): Promise<SimulatedPortal> {
    const kubernetes = await SimulatedKubernetes.start();
    const directory = await mkdtemp(join(tmpdir(), 'compute-clusters-'));
    const logger = new RecordingLogger();
    const parts = { kubernetes, directory, logger };
    return new SimulatedPortal(
      kubernetes,
      directory,
      logger,
      await startBackend(parts, computeClusters),
    );
  }

  private constructor(
    readonly kubernetes: SimulatedKubernetes,
    readonly directory: string,
    readonly logger: RecordingLogger,
    private backend: TestBackend,
  ) {}

  /** Where it listens. */
  get url(): string {
    return `http://localhost:${this.backend.server.port()}`;
  }

  /** Stops the backend and starts it with another configuration, on the same database and Kubernetes. */
  async restartBackend(computeClusters: JsonObject): Promise<void> {
    await this.backend.stop();
    this.backend = await startBackend(this, computeClusters);
  }

  /** Stops the backend and starts it on an empty database, with another configuration. */
  async loseDatabase(computeClusters: JsonObject): Promise<void> {
    await this.backend.stop();
    for (const file of await readdir(this.directory)) {
      await rm(join(this.directory, file), { recursive: true });
    }
    this.backend = await startBackend(this, computeClusters);
  }

  /** A request of the user, or of another one. */
  call(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    user = ENGINEER,
  ) {
    return request(this.backend.server)
      [method](`/api/compute-clusters${path}`)
      .set('Authorization', mockCredentials.user.header(user));
  }

  /** Creates a cluster `etl`, with what a test says of its specification. */
  create(spec: object = {}, key?: string, namespace = 'data-eng') {
    const call = this.call('post', '/clusters');
    return (key ? call.set('Idempotency-Key', key) : call).send({
      namespace,
      name: 'etl',
      spec: {
        driver: { nodeType: 'driver-small' },
        executor: { nodeType: 'executor-small', min: 0, max: 4 },
        ...spec,
      },
    });
  }

  /** Waits until a cluster shows a state. */
  async shows(
    id: string,
    state: ComputeCluster['status']['state'],
  ): Promise<ComputeCluster> {
    return await soon(async () => {
      const { body } = await this.call('get', `/clusters/${id}`);
      if (body.status?.state !== state) {
        throw new Error(`Cluster ${id} is ${body.status?.state}, not ${state}`);
      }
      return body;
    });
  }

  /** Terminates a cluster and waits for it. */
  async terminate(id: string): Promise<ComputeCluster> {
    await this.call('post', `/clusters/${id}/terminate`);
    return await this.shows(id, 'STOPPED');
  }

  /** Reads an object of Kubernetes, around the code under test. */
  async object(kind: string, name: string, apiVersion = 'v1') {
    return await this.kubernetes.objects.read({
      apiVersion,
      kind,
      metadata: { name, namespace: 'data-eng' },
    });
  }

  /** What the portal has written: the files of its database, and its log with the audit log. */
  async written(): Promise<string> {
    const files = await readdir(this.directory, {
      recursive: true,
      withFileTypes: true,
    });
    const texts = await Promise.all(
      files
        .filter(file => file.isFile())
        .map(file => textOf(join(file.parentPath, file.name))),
    );
    return [...texts, ...this.logger.lines].join('\n');
  }

  async stop(): Promise<void> {
    await this.backend.stop();
    await this.kubernetes.stop();
    await rm(this.directory, { recursive: true });
  }
}

/** SQLite's journal comes and goes. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'latin1');
  } catch {
    return '';
  }
}

async function startBackend(
  parts: {
    kubernetes: SimulatedKubernetes;
    directory: string;
    logger: RecordingLogger;
  },
  computeClusters: JsonObject,
): Promise<TestBackend> {
  const { kubernetes, directory, logger } = parts;
  return await startTestBackend({
    features: [
      computeClustersPlugin,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: { directory } },
          },
          computeClusters: {
            kubernetes: { clusters: [{ name: 'demo', simulator: true }] },
            namespaces: [{ name: 'data-eng', owner: ENGINEER }],
            ...computeClusters,
          },
        },
      }),
      createServiceFactory({
        service: coreServices.rootLogger,
        deps: {},
        factory: () => logger,
      }),
      simulatorModule(kubernetes),
    ],
  });
}

function simulatorModule(kubernetes: SimulatedKubernetes) {
  return createBackendModule({
    pluginId: 'compute-clusters',
    moduleId: 'simulator',
    register(env) {
      env.registerInit({
        deps: { simulator: kubernetesSimulatorExtensionPoint },
        async init({ simulator }) {
          simulator.setSimulator({
            kubeConfig: async () => kubernetes.kubeConfig,
          });
        },
      });
    },
  });
}
