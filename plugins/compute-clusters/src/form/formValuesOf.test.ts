import { specSchema } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { aCluster } from '../__testUtils__/fixtures';
import { cloneValuesOf, formValuesOf, lacksSecrets } from './formValuesOf';
import { requestOf } from './requestOf';

const FULL = specSchema.parse({
  driver: { nodeType: 'driver-small' },
  executor: {
    nodeType: 'executor-small',
    min: 1,
    max: 8,
    spot: true,
    volume: 'scratch',
  },
  autoScaling: { enabled: true, idleTimeoutMinutes: 10 },
  autoTermination: { enabled: true, idleMinutes: 45 },
  schedule: {
    timeZone: 'Europe/Berlin',
    windows: [{ days: ['mon', 'fri'], start: '08:00', stop: null }],
  },
  image: 'spark-ml',
  arguments: ['--mode', '', 'x'],
  javaOptions: '-Duser.timezone=UTC',
  environment: [
    { name: 'PLAIN', value: 'text' },
    { name: 'EMPTY', value: '' },
    { name: 'KEPT', secret: { stored: true } },
    { name: 'REFERENCE', secret: { ref: { name: 'db', key: 'password' } } },
  ],
  sparkConf: [{ name: 'spark.ui.retainedJobs', value: '10' }],
  dependencies: { jars: ['https://a/b.jar'], packages: ['a:b:1'] },
  tags: { team: 'data', empty: '' },
});
const MINIMAL = specSchema.parse({
  deploymentType: 'single-node',
  driver: { nodeType: 'driver-small' },
});

describe('formValuesOf', () => {
  it.each([
    ['everything', FULL],
    ['next to nothing', MINIMAL],
  ])('loses nothing of a specification with %s', (_case, spec) => {
    const values = formValuesOf(aCluster({ spec }));
    expect(specSchema.parse(requestOf(values).spec)).toEqual(spec);
  });

  it('keeps a secret value only under its own name', () => {
    const values = formValuesOf(aCluster({ spec: FULL }));
    const [, , kept] = values.spec.environment;
    const secretOf = (row: typeof kept) =>
      requestOf({ ...values, spec: { ...values.spec, environment: [row] } })
        .spec.environment[0].secret;
    expect(secretOf(kept)).toEqual({ stored: true });
    expect(secretOf({ ...kept, name: 'OTHER' })).toEqual({ value: '' });
    const typed = { ...kept, secret: { ...kept.secret, value: 'new' } };
    expect(secretOf(typed)).toEqual({ value: 'new' });
  });
});

describe('cloneValuesOf', () => {
  const values = cloneValuesOf(aCluster({ spec: FULL }));

  it('takes all but the name', () => {
    expect(values).toMatchObject({ name: '', namespace: 'data-eng' });
    expect(values.spec.tags).toEqual(
      formValuesOf(aCluster({ spec: FULL })).spec.tags,
    );
  });

  it('marks secret values, which nobody can read', () => {
    expect(lacksSecrets(values)).toBe(true);
    const [, , kept] = requestOf(values).spec.environment;
    expect(kept).toEqual({ name: 'KEPT', secret: { value: '' } });
    expect(lacksSecrets(cloneValuesOf(aCluster()))).toBe(false);
  });
});
