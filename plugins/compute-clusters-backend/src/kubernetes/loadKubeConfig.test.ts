import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubeConfig } from '@kubernetes/client-node';
import { loadKubeConfig } from './loadKubeConfig';

const FILE = `
apiVersion: v1
kind: Config
clusters:
  - { name: a, cluster: { server: https://a } }
  - { name: b, cluster: { server: https://b } }
users: [{ name: u, user: { token: t } }]
contexts:
  - { name: a, context: { cluster: a, user: u } }
  - { name: b, context: { cluster: b, user: u } }
current-context: a
`;

describe('loadKubeConfig', () => {
  const directory = createMockDirectory({ content: { kubeconfig: FILE } });
  const path = directory.resolve('kubeconfig');
  const main = { name: 'main', createNamespaces: false };
  const server = (kubeConfig: KubeConfig) =>
    kubeConfig.getCurrentCluster()?.server;

  it.each([
    ['the file’s current context', { path }, 'https://a'],
    ['another context', { path, context: 'b' }, 'https://b'],
  ])('reads %s', async (_, kubeconfig, expected) => {
    expect(server(await loadKubeConfig({ ...main, kubeconfig }))).toBe(
      expected,
    );
  });

  it('takes address and token from the configuration', async () => {
    const kubeConfig = await loadKubeConfig({
      ...main,
      url: 'https://west',
      serviceAccountToken: 't',
    });
    expect(server(kubeConfig)).toBe('https://west');
    expect(kubeConfig.getCurrentUser()?.token).toBe('t');
  });

  it('asks the simulator', async () => {
    const kubeConfig = new KubeConfig();
    const simulator = { kubeConfig: async () => kubeConfig };
    await expect(
      loadKubeConfig({ ...main, simulator: true }, simulator),
    ).resolves.toBe(kubeConfig);
  });

  it.each([
    ['no simulator', { simulator: true }, /main has simulator: true/],
    ['an unknown context', { kubeconfig: { path, context: 'c' } }, /context c/],
    ['nothing', {}, /main needs simulator, inCluster, kubeconfig or url/],
  ])(
    'refuses %s by the name of the Kubernetes cluster',
    async (_, values, message) => {
      await expect(loadKubeConfig({ ...main, ...values })).rejects.toThrow(
        message,
      );
    },
  );
});
