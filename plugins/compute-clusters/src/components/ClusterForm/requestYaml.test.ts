import { parse } from 'yaml';
import {
  plainRow,
  referenceRow,
  secretRow,
  validValues,
} from '../../form/__testUtils__/formValues';
import { hasSecretValues, MASK, requestYaml } from './requestYaml';

const SECRETS = validValues({
  environment: [
    plainRow('PLAIN', 'yes'),
    secretRow('NEW', { value: 'hunter2' }),
    secretRow('KEPT', { storedAs: 'KEPT' }),
    referenceRow('REFERENCE', { name: 'db', key: 'password' }),
  ],
  sparkConf: [secretRow('spark.my.token', { value: 'hunter3' })],
});

describe('requestYaml', () => {
  it('is the body of the create request', () => {
    expect(parse(requestYaml(validValues(), 'create'))).toMatchObject({
      kubernetesCluster: 'demo',
      namespace: 'data-eng',
      name: 'etl',
      spec: { driver: { nodeType: 'driver-small' }, executor: { max: 4 } },
    });
  });

  it('is the body of the configure request', () => {
    const body = parse(requestYaml(validValues(), 'configure'));
    expect(Object.keys(body)).toEqual(['description', 'spec']);
  });

  it('masks secret values, and only those', () => {
    const yaml = requestYaml(SECRETS, 'create');
    expect(yaml).not.toContain('hunter');
    expect(parse(yaml).spec.environment).toEqual([
      { name: 'PLAIN', value: 'yes' },
      { name: 'NEW', secret: { value: MASK } },
      { name: 'KEPT', secret: { stored: true } },
      { name: 'REFERENCE', secret: { ref: { name: 'db', key: 'password' } } },
    ]);
  });

  it.each([
    ['new secret values', SECRETS, true],
    ['none', validValues({ environment: [plainRow('A', 'b')] }), false],
  ])('knows that there are %s', (_case, values, expected) => {
    expect(hasSecretValues(values)).toBe(expected);
  });
});
