import { mockApis } from '@backstage/frontend-test-utils';
import { DATA_ENG, NODE_TYPES } from '../__testUtils__/fixtures';
import { numberFormats } from '../formats/numberFormats';
import { computeClustersTranslationRef } from '../translation';
import type { ClusterFormValues } from './clusterFormValues';
import { clusterResolver } from './clusterResolver';
import { problemText } from './problemText';
import {
  plainRow,
  referenceRow,
  secretRow,
  validValues,
} from './__testUtils__/formValues';

const snapshot = mockApis
  .translation()
  .getTranslation(computeClustersTranslationRef);
const { number } = numberFormats('en');

/** Of each problem: the words of the rule, and what the form says. */
async function said(values: ClusterFormValues): Promise<[string, string][]> {
  if (!snapshot.ready) throw new Error('there are no texts');
  const { t } = snapshot;
  const pairs: [string, string][] = [];
  const resolver = clusterResolver(
    { namespaces: [DATA_ENG], nodeTypes: NODE_TYPES, volumes: [], images: [] },
    (problem, field) => {
      const text = problemText(problem, field, { t, number });
      pairs.push([problem.message, text]);
      return text;
    },
  );
  await resolver(values, undefined, {
    fields: {},
    shouldUseNativeValidation: false,
  });
  return pairs;
}

const { executor, autoScaling, schedule } = validValues().spec;
const rows = (value: string) => [{ value }];
const window = { days: ['mon' as const], start: '', stop: '' };
const scheduled = (changes: Partial<typeof schedule>) =>
  validValues({ schedule: { ...schedule, enabled: true, ...changes } });

describe('problemText', () => {
  it.each<[string, ClusterFormValues, string]>([
    [
      'a missing node type',
      validValues({ driver: { nodeType: '' } }),
      'This is required.',
    ],
    [
      'a text that is too long',
      { ...validValues(), description: 'x'.repeat(1001) },
      'At most 1,000 characters.',
    ],
    [
      'a list that is too long',
      validValues({
        arguments: Array.from({ length: 101 }, () => ({ value: 'x' })),
      }),
      'At most 100 entries.',
    ],
    [
      'a number that is too small',
      validValues({ executor: { ...executor, max: 0 } }),
      'At least 1.',
    ],
    [
      'a number that is too large',
      validValues({ autoScaling: { ...autoScaling, idleTimeoutMinutes: 181 } }),
      'At most 180.',
    ],
    [
      'a number that is being typed',
      validValues({ executor: { ...executor, max: '' } }),
      'This must be a whole number.',
    ],
    [
      'a minimum over the maximum',
      validValues({ executor: { ...executor, min: 5 } }),
      'At most the max executors, 4.',
    ],
    [
      'more than the quota',
      validValues({ executor: { ...executor, max: 100 } }),
      'At full scale the cluster asks for more than the quota of its namespace, as the summary shows.',
    ],
    [
      'a node type that is gone',
      validValues({ driver: { nodeType: 'gone' } }),
      'This is not offered any more. Choose another.',
    ],
    [
      'a node type for executors only',
      validValues({ driver: { nodeType: 'executor-small' } }),
      'This node type is not available for drivers.',
    ],
    [
      'a node type for drivers only',
      validValues({ executor: { ...executor, nodeType: 'driver-small' } }),
      'This node type is not available for executors.',
    ],
    [
      'an argument that the platform gives',
      validValues({ arguments: rows('--master=local') }),
      'This cannot be set: the platform decides how the driver is started.',
    ],
    [
      'a variable that is there twice',
      validValues({ environment: [plainRow('A'), plainRow('A')] }),
      'This is there twice.',
    ],
    [
      'a schedule without times',
      scheduled({ windows: [] }),
      'At least one time is needed.',
    ],
    [
      'a time that is none',
      scheduled({ windows: [window] }),
      'A start, a stop, or both are needed.',
    ],
    [
      'a time on no day',
      scheduled({ windows: [{ days: [], start: '08:00', stop: '' }] }),
      'Choose at least one day.',
    ],
  ])('says it of %s', async (_case, values, text) => {
    expect(await said(values)).toEqual([[expect.any(String), text]]);
  });

  it.each<[string, ClusterFormValues]>([
    ['name', { ...validValues(), name: 'ETL!' }],
    [
      'variables',
      validValues({
        environment: [
          plainRow('1'),
          secretRow('A'),
          referenceRow('B', { name: '!', key: '!' }),
        ],
      }),
    ],
    [
      'properties',
      validValues({
        sparkConf: [
          plainRow('x'),
          plainRow('spark.a', 'two\nlines'),
          secretRow('spark.b', { value: 'two\nlines' }),
          referenceRow('spark.c', { name: '!', key: '!' }),
        ],
      }),
    ],
    ['Java options', validValues({ javaOptions: '-Xmx1g' })],
    [
      'dependencies',
      validValues({
        dependencies: {
          jars: rows('a b'),
          files: rows('a b'),
          pyFiles: rows('a.txt'),
          packages: rows('a'),
        },
      }),
    ],
    [
      'tags',
      validValues({
        tags: [
          { key: '!', value: '' },
          { key: 'a', value: '!' },
        ],
      }),
    ],
    [
      'schedule',
      scheduled({
        timeZone: 'Mars/Base',
        windows: [
          { ...window, start: '8', stop: '09:00' },
          { ...window, start: '08:00', stop: '08:00' },
        ],
      }),
    ],
  ])('has a text of its own for each rule: %s', async (_case, values) => {
    const pairs = await said(values);
    expect(pairs).not.toEqual([]);
    for (const [rule, text] of pairs) {
      expect(text).not.toBe(rule);
      expect(text).not.toBe('This is not allowed here.');
      expect(text).not.toContain('{{');
    }
  });

  it('keeps the words of a rule that it does not know', () => {
    if (!snapshot.ready) throw new Error('there are no texts');
    const problem = { path: 'x', code: 'new', message: 'Not so.', params: {} };
    expect(problemText(problem, 'x', { t: snapshot.t, number })).toBe(
      'Not so.',
    );
  });
});
