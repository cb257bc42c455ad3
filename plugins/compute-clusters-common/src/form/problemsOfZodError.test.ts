import { configureClusterRequestSchema } from './configureClusterRequestSchema';
import { detailedProblemsOf, problemsOfZodError } from './problemsOfZodError';

const { error } = configureClusterRequestSchema.safeParse({
  description: 'x'.repeat(1001),
  spec: {
    deploymentType: 'single-node',
    driver: { nodeType: 'driver-small' },
    sparkConf: [{ name: 'spark.master', value: 'local' }],
  },
});

describe('problemsOfZodError', () => {
  it('tells field, code and a sentence', () => {
    expect(error && problemsOfZodError(error)).toEqual([
      {
        path: 'description',
        code: 'too-long',
        message: 'Description may have at most 1000 characters.',
      },
      {
        path: 'spec.sparkConf[0].name',
        code: 'platform-owned',
        message:
          'spark.master cannot be set: the platform decides where the cluster runs.',
      },
    ]);
  });
});

describe('detailedProblemsOf', () => {
  it('tells what the sentences name', () => {
    const problems = error ? detailedProblemsOf(error) : [];
    expect(problems.map(({ params }) => params)).toEqual([
      { max: 1000 },
      { reason: 'place' },
    ]);
  });
});
