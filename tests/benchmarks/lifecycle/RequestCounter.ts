import type { KubeConfig } from '@kubernetes/client-node';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeepAliveHttp } from '../support/KeepAliveHttp';

const NAME = 'compute-clusters-benchmark';
const ACCOUNT = 'portal';
const TOKEN_SECONDS = 4 * 3600;
const RBAC = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
const FLOW_SCHEMAS = '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas';

/**
 * Counts the requests of the product in the API server itself: the product is given a user of its own, whose requests
 * are a flow of their own in the API server's metrics. Nothing stands between them, and nothing is slowed down.
 */
export class RequestCounter {
  /** Makes the user, in a namespace that exists. */
  static async create(
    http: KeepAliveHttp,
    kubeConfig: KubeConfig,
    namespace: string,
  ): Promise<RequestCounter> {
    const counter = new RequestCounter(http);
    await counter.removeUser();
    await counter.makeUser(kubeConfig, namespace);
    return counter;
  }

  private readonly directory = mkdtempSync(join(tmpdir(), `${NAME}-`));

  private constructor(private readonly http: KeepAliveHttp) {}

  /** Where the kubeconfig of the user is. */
  get kubeconfig(): string {
    return join(this.directory, 'kubeconfig');
  }

  /** All requests of the user so far, watches included. */
  async count(): Promise<number> {
    const metrics = await this.http.send('GET', '/metrics');
    return metrics
      .split('\n')
      .filter(
        line =>
          line.startsWith('apiserver_flowcontrol_dispatched_requests_total{') &&
          line.includes(`flow_schema="${NAME}"`),
      )
      .reduce((sum, line) => sum + Number(line.split(' ').pop()), 0);
  }

  /** Removes what it made; the user goes with its namespace. */
  async remove(): Promise<void> {
    rmSync(this.directory, { recursive: true });
    await this.removeUser();
  }

  private async removeUser(): Promise<void> {
    await this.http.statusOf('DELETE', `${RBAC}/${NAME}`);
    await this.http.statusOf('DELETE', `${FLOW_SCHEMAS}/${NAME}`);
  }

  private async makeUser(
    kubeConfig: KubeConfig,
    namespace: string,
  ): Promise<void> {
    const accounts = `/api/v1/namespaces/${namespace}/serviceaccounts`;
    await this.http.send('POST', accounts, { metadata: { name: ACCOUNT } });
    await this.http.send('POST', RBAC, binding(namespace));
    await this.http.send('POST', FLOW_SCHEMAS, flowSchema(namespace));
    const answer = await this.http.send(
      'POST',
      `${accounts}/${ACCOUNT}/token`,
      { spec: { expirationSeconds: TOKEN_SECONDS } },
    );
    this.writeKubeconfig(kubeConfig, JSON.parse(answer).status.token);
  }

  private writeKubeconfig(kubeConfig: KubeConfig, token: string): void {
    const cluster = kubeConfig.getCurrentCluster();
    const content = {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: NAME,
          cluster: {
            server: cluster?.server,
            'certificate-authority-data': cluster?.caData,
            'insecure-skip-tls-verify': cluster?.skipTLSVerify,
          },
        },
      ],
      users: [{ name: NAME, user: { token } }],
      contexts: [{ name: NAME, context: { cluster: NAME, user: NAME } }],
      'current-context': NAME,
    };
    writeFileSync(this.kubeconfig, JSON.stringify(content), { mode: 0o600 });
  }
}

function binding(namespace: string) {
  return {
    metadata: { name: NAME },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name: 'cluster-admin',
    },
    subjects: [{ kind: 'ServiceAccount', namespace, name: ACCOUNT }],
  };
}

/** The priority is that of every other client of no special kind. */
function flowSchema(namespace: string) {
  return {
    metadata: { name: NAME },
    spec: {
      priorityLevelConfiguration: { name: 'workload-low' },
      matchingPrecedence: 500,
      distinguisherMethod: { type: 'ByUser' },
      rules: [
        {
          subjects: [
            {
              kind: 'ServiceAccount',
              serviceAccount: { namespace, name: ACCOUNT },
            },
          ],
          resourceRules: [
            {
              verbs: ['*'],
              apiGroups: ['*'],
              resources: ['*'],
              namespaces: ['*'],
              clusterScope: true,
            },
          ],
          nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
        },
      ],
    },
  };
}
