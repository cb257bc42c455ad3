import {
  ComputeClusterSpec,
  Setting,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { testSpec } from '../database/__testUtils__';
import { hideSecretKeys } from './hideSecretKeys';
import { checkStoredSecrets, recallStoredSecrets } from './recallStoredSecrets';
import { separateSecretValues } from './separateSecretValues';
import { newStoredKey, staleKeys, storedKeys } from './storedKeys';

const NOW = new Date('2026-08-01T10:00:00Z');
const MINUTE = 60_000;

function specOf(
  environment: Setting[],
  sparkConf: Setting[] = [],
): ComputeClusterSpec {
  return testSpec({ environment, sparkConf });
}

const stored = (name: string, key: string): Setting => ({
  name,
  secret: { stored: true, ref: { name: 'etl-values', key } },
});
const kept = (name: string): Setting => ({ name, secret: { stored: true } });
const team: Setting = {
  name: 'T',
  secret: { ref: { name: 'team', key: 'k' } },
};

describe('separateSecretValues', () => {
  it('takes values out of both lists, and leaves the rest', () => {
    const { spec, values } = separateSecretValues(
      specOf(
        [{ name: 'A', secret: { value: 'x' } }, team],
        [
          { name: 'spark.a', secret: { value: 'y' } },
          { name: 'spark.b', value: 'z' },
        ],
      ),
      {
        secretName: 'etl-values',
        newKey: (section, name) => `${section}.${name}`,
      },
    );
    expect(values).toEqual({ 'environment.A': 'x', 'sparkConf.spark.a': 'y' });
    expect(spec).toEqual(
      specOf(
        [stored('A', 'environment.A'), team],
        [
          stored('spark.a', 'sparkConf.spark.a'),
          { name: 'spark.b', value: 'z' },
        ],
      ),
    );
  });
});

describe('recallStoredSecrets', () => {
  const earlier = specOf([stored('A', 'k1')], [stored('spark.a', 'k2')]);

  it('finds what is kept under the same name in the same list', () => {
    expect(
      recallStoredSecrets(specOf([kept('A')], [kept('spark.a')]), earlier),
    ).toEqual(earlier);
  });

  it('leaves new values alone', () => {
    const spec = specOf([stored('A', 'k9')]);
    expect(recallStoredSecrets(spec, earlier)).toEqual(spec);
  });

  it.each<[string, ComputeClusterSpec, ComputeClusterSpec | undefined]>([
    ['a new cluster', specOf([kept('A')]), undefined],
    ['another name', specOf([kept('B')]), earlier],
    ['the other list', specOf([kept('spark.a')]), earlier],
    ['a row that was plain', specOf([kept('T')]), specOf([team])],
  ])('has nothing to keep for %s', (_, spec, before) => {
    expect(checkStoredSecrets(spec, before)).toMatchObject([
      { path: 'spec.environment[0].secret.value', code: 'required' },
    ]);
  });
});

describe('hideSecretKeys', () => {
  it('tells that there is a value, not where, and shows references of users', () => {
    expect(
      hideSecretKeys(
        specOf([
          stored('A', 'k1'),
          team,
          { name: 'V', secret: { value: 'never' } },
        ]),
      ),
    ).toEqual(specOf([kept('A'), team, kept('V')]));
  });
});

describe('keys', () => {
  it('are new each time, and such that Kubernetes takes them', () => {
    const name = `spark.a/${'b'.repeat(250)}`;
    const keys = [1, 2].map(() => newStoredKey('sparkConf', name, NOW));
    expect(keys[0]).not.toBe(keys[1]);
    for (const key of keys) {
      expect(key).toMatch(/^sparkConf\.spark\.a_[-._a-zA-Z0-9]{1,230}$/);
    }
  });

  it('are named by the specification', () => {
    expect(
      storedKeys(specOf([stored('A', 'k1'), team], [stored('spark.a', 'k2')])),
    ).toEqual(['k1', 'k2']);
  });

  it('are stale when nothing keeps them and no request under way can', () => {
    const old = newStoredKey(
      'environment',
      'OLD',
      new Date(NOW.getTime() - 11 * MINUTE),
    );
    const used = old.replace('OLD', 'USED');
    const young = newStoredKey(
      'environment',
      'YOUNG',
      new Date(NOW.getTime() - 9 * MINUTE),
    );
    expect(
      staleKeys([old, used, young, 'by-hand'], { kept: [used], now: NOW }),
    ).toEqual([old, 'by-hand']);
  });
});
