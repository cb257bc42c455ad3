import { NEW_SETTING, NEW_WINDOW } from './clusterFormValues';
import { fieldsOfTab, inPageOrder, isClusterField, tabOf } from './formFields';
import { validValues } from './__testUtils__/formValues';

/** What a person cannot enter by itself: it belongs to another field. */
const NO_FIELDS = ['kubernetesCluster', /storedAs$/, /notCloned$/];

const leaves = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null && !path.endsWith('.days')
    ? Object.entries(value).flatMap(([key, child]) =>
        leaves(child, path ? `${path}.${key}` : key),
      )
    : [path];

describe('The fields of the form', () => {
  const text = { value: '' };
  const values = validValues({
    environment: [NEW_SETTING],
    sparkConf: [NEW_SETTING],
    arguments: [text],
    dependencies: {
      jars: [text],
      files: [text],
      pyFiles: [text],
      packages: [text],
    },
    tags: [{ key: '', value: '' }],
    schedule: { enabled: true, timeZone: 'UTC', windows: [NEW_WINDOW] },
  });

  it('are all on a tab', () => {
    const missing = leaves(values)
      .filter(path => !NO_FIELDS.some(each => path.match(each)))
      .filter(path => !isClusterField(path));
    expect(missing).toEqual([]);
  });

  it.each([
    ['name', 'general'],
    ['spec.schedule.windows.1.days', 'general'],
    ['spec.environment.12.secret.ref.key', 'configurations'],
    ['spec.javaOptions', 'configurations'],
    ['spec.dependencies.packages.0.value', 'dependencies'],
    ['spec.image', 'docker'],
    ['spec.tags', 'tags'],
  ] as const)('has %s on tab %s', (field, tab) => {
    expect(tabOf(field)).toBe(tab);
  });

  it('come in the order of the page, row by row', () => {
    expect(
      inPageOrder([
        'spec.tags.0.key',
        'spec.environment.10.name',
        'spec.environment.2.value',
        'spec.environment.2.name',
        'spec.environment',
        'spec.image',
        'name',
      ]),
    ).toEqual([
      'name',
      'spec.environment',
      'spec.environment.2.name',
      'spec.environment.2.value',
      'spec.environment.10.name',
      'spec.image',
      'spec.tags.0.key',
    ]);
  });

  it('are checked by lists when a tab is left', () => {
    expect(fieldsOfTab('tags')).toEqual(['spec.tags']);
    expect(fieldsOfTab('review')).toEqual([]);
  });
});
