import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { KubernetesRequestMetrics } from './KubernetesRequestMetrics';

describe('KubernetesRequestMetrics', () => {
  it('counts requests by Kubernetes cluster, verb and code', () => {
    const counted: unknown[] = [];
    const metrics = KubernetesRequestMetrics.create({
      metrics: metricsServiceMock.mock({
        createCounter: name => ({
          add: (value, attributes) => counted.push([name, value, attributes]),
        }),
      }),
    });

    const listener = metrics.listenerFor('demo');
    listener({ verb: 'PATCH', status: 409 });
    listener({ verb: 'WATCH', status: undefined });

    const name = 'compute_clusters.kubernetes.requests';
    expect(counted).toEqual([
      [name, 1, { kubernetes_cluster: 'demo', verb: 'PATCH', code: '409' }],
      [name, 1, { kubernetes_cluster: 'demo', verb: 'WATCH', code: 'none' }],
    ]);
  });
});
