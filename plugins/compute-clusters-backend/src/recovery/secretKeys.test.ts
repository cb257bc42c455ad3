import { testSpec } from '../database/__testUtils__';
import { hideSecretKeys } from '../userSecrets';
import { secretKeysOf, withSecretKeys } from './secretKeys';

const stored = (key: string) => ({
  stored: true,
  ref: { name: 'etl-values', key },
});

const spec = testSpec({
  environment: [
    { name: 'STAGE', value: 'dev' },
    { name: 'A', secret: stored('environment.A') },
    { name: 'B', secret: { ref: { name: 'own', key: 'b' } } },
  ],
  sparkConf: [{ name: 'spark.a', secret: stored('sparkConf.a') }],
});

describe('secret keys', () => {
  it('are those of values that the cluster keeps', () => {
    expect(secretKeysOf(spec)).toEqual({
      environment: { A: 'environment.A' },
      sparkConf: { 'spark.a': 'sparkConf.a' },
    });
  });

  it('make a hidden specification whole again', () => {
    const hidden = hideSecretKeys(spec);
    expect(withSecretKeys(hidden, secretKeysOf(spec), 'etl-values')).toEqual(
      spec,
    );
  });

  it('are left out where there is none', () => {
    const hidden = hideSecretKeys(spec);
    const none = { environment: {}, sparkConf: {} };
    expect(withSecretKeys(hidden, none, 'etl-values')).toEqual(hidden);
  });
});
