import { createClusterRequestSchema } from './createClusterRequestSchema';
import { problemsOfZodError } from './problemsOfZodError';

const request = {
  namespace: 'data-eng',
  name: 'etl',
  spec: {
    driver: { nodeType: 'driver-small' },
    executor: { nodeType: 'executor-small', max: 4 },
  },
};

function problemsOf(input: unknown) {
  const result = createClusterRequestSchema.safeParse(input);
  return result.success ? [] : problemsOfZodError(result.error);
}

describe('createClusterRequestSchema', () => {
  it('needs name, namespace and node types only', () => {
    expect(createClusterRequestSchema.parse(request)).toMatchObject({
      namespace: 'data-eng',
      name: 'etl',
      description: '',
      spec: { executor: { min: 0, max: 4 } },
    });
  });

  it.each<[string, unknown, string[]]>([
    [
      'an empty object',
      {},
      [
        'namespace: Namespace is required.',
        'name: Name is required.',
        'spec.driver.nodeType: Driver node type is required.',
        'spec.executor: A multi-node cluster needs an executor.',
      ],
    ],
    ['a text', 'etl', [': A request must be an object.']],
    ['nothing', undefined, [': A request must be an object.']],
    [
      'a name of 54 characters',
      { ...request, name: 'a'.repeat(54) },
      ['name: Name may have at most 53 characters.'],
    ],
    [
      'upper case',
      { ...request, name: 'Etl' },
      [
        'name: Name may have lower-case letters, digits and “-”, and starts and ends with a letter or digit.',
      ],
    ],
    [
      'a description of 1001 characters',
      { ...request, description: 'x'.repeat(1001) },
      ['description: Description may have at most 1000 characters.'],
    ],
    [
      'an empty Kubernetes cluster',
      { ...request, kubernetesCluster: '' },
      ['kubernetesCluster: Kubernetes cluster is required.'],
    ],
    [
      'a wrong name beside a minimum over the maximum',
      {
        ...request,
        name: '-',
        spec: {
          ...request.spec,
          executor: { nodeType: 'executor-small', min: 5, max: 4 },
        },
      },
      [
        'name: Name may have lower-case letters, digits and “-”, and starts and ends with a letter or digit.',
        'spec.executor.min: Min executors (5) may be at most max executors (4).',
      ],
    ],
  ])('refuses %s', (_, input, expected) => {
    expect(
      problemsOf(input).map(({ path, message }) => `${path}: ${message}`),
    ).toEqual(expected);
  });

  it.each(['a', '1', 'etl-2', '3-etl', 'a'.repeat(53)])(
    'accepts the name %s',
    name => {
      expect(problemsOf({ ...request, name })).toEqual([]);
    },
  );

  it.each(['-a', 'a-', 'a_b', 'a.b', 'ä', 'a b', 'a\n'])(
    'refuses the name %j',
    name => {
      expect(problemsOf({ ...request, name })).toMatchObject([
        { path: 'name', code: 'invalid' },
      ]);
    },
  );
});
