import { fieldOf } from './fieldOf';
import {
  plainRow,
  referenceRow,
  secretRow,
  validValues,
} from './__testUtils__/formValues';

const VALUES = validValues({
  environment: [
    plainRow('A'),
    secretRow('B'),
    referenceRow('C', { name: 'db', key: 'password' }),
  ],
  tags: [
    { key: 'team', value: 'not valid!' },
    { key: '-wrong', value: '' },
    { key: 'cost.center', value: '' },
  ],
});

describe('fieldOf', () => {
  it.each([
    ['a field', 'spec.driver.nodeType', 'spec.driver.nodeType'],
    ['the Kubernetes cluster', 'kubernetesCluster', 'namespace'],
    ['an object', 'spec.executor', 'spec.executor.nodeType'],
    ['a row’s name', 'spec.environment[0].name', 'spec.environment.0.name'],
    ['a row in dots', 'spec.environment.0.value', 'spec.environment.0.value'],
    [
      'a secret value',
      'spec.environment[1].secret.value',
      'spec.environment.1.secret.value',
    ],
    [
      'a secret as a whole',
      'spec.environment[1].secret',
      'spec.environment.1.secret.value',
    ],
    [
      'a value that is not kept',
      'spec.environment[1].secret.stored',
      'spec.environment.1.secret.value',
    ],
    [
      'the value of a row that has a secret',
      'spec.environment[1].value',
      'spec.environment.1.secret.value',
    ],
    [
      'a reference',
      'spec.environment[2].secret.ref',
      'spec.environment.2.secret.ref.name',
    ],
    [
      'the key of a reference',
      'spec.environment[2].secret.ref.key',
      'spec.environment.2.secret.ref.key',
    ],
    ['a list', 'spec.sparkConf', 'spec.sparkConf'],
    ['an argument', 'spec.arguments[4]', 'spec.arguments.4.value'],
    [
      'a package',
      'spec.dependencies.packages[0]',
      'spec.dependencies.packages.0.value',
    ],
    [
      'a day',
      'spec.schedule.windows[0].days[3]',
      'spec.schedule.windows.0.days',
    ],
    ['the schedule', 'spec.schedule', 'spec.schedule.timeZone'],
    ['a tag with a wrong value', 'spec.tags.team', 'spec.tags.0.value'],
    ['a tag with a wrong key', 'spec.tags.-wrong', 'spec.tags.1.key'],
    ['a tag with a dot', 'spec.tags.cost.center', 'spec.tags.2.value'],
    ['the tags', 'spec.tags', 'spec.tags'],
    ['a tag that is not there', 'spec.tags.gone', 'spec.tags'],
    ['what the form does not have', 'spec.somethingNew', undefined],
  ])('finds %s', (_case, path, field) => {
    expect(fieldOf(path, VALUES)).toBe(field);
  });
});
