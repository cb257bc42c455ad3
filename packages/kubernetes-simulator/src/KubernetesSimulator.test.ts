import { KubernetesSimulator } from './KubernetesSimulator';

describe('KubernetesSimulator', () => {
  const environment = process.env.NODE_ENV;

  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: environment });
  });

  it('refuses to start in production', async () => {
    Object.assign(process.env, { NODE_ENV: 'production' });
    await expect(KubernetesSimulator.start()).rejects.toThrow(
      'does not start where NODE_ENV is production',
    );
  });

  it('starts in production if that is asked for', async () => {
    Object.assign(process.env, { NODE_ENV: 'production' });
    const simulator = await KubernetesSimulator.start({
      allowProduction: true,
    });
    expect(simulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await simulator.stop();
  });

  it('gives up when its port is taken', async () => {
    const first = await KubernetesSimulator.start();
    const port = Number(new URL(first.url).port);
    await expect(KubernetesSimulator.start({ port })).rejects.toThrow(
      'EADDRINUSE',
    );
    await first.stop();
  });
});
