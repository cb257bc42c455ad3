import { argumentsSchema } from './argumentsSchema';
import { problemsOfZodError } from './problemsOfZodError';

function problemsOf(args: string[]) {
  const result = argumentsSchema.safeParse(args);
  return result.success ? [] : problemsOfZodError(result.error);
}

describe('argumentsSchema', () => {
  it('takes options that no field has, in their order', () => {
    const args = [
      '--hiveconf',
      'hive.a=b',
      '--verbose',
      '--exclude-packages',
      'g:a',
    ];
    expect(argumentsSchema.parse(args)).toEqual(args);
  });

  it.each([
    ['--conf', 'use the Spark configuration instead'],
    ['-c', 'use the Spark configuration instead'],
    ['--packages', 'use the dependencies instead'],
    ['--driver-java-options', 'use the Java options instead'],
    ['--executor-memory', 'it follows from the node type'],
    ['--master', 'the platform decides how the driver is started'],
    ['--version', 'the platform decides how the driver is started'],
  ])('refuses %s', (option, reason) => {
    expect(problemsOf(['--verbose', option])).toEqual([
      {
        path: '[1]',
        code: 'platform-owned',
        message: `${option} cannot be given: ${reason}.`,
      },
    ]);
  });

  it('refuses an option with its value in one', () => {
    expect(problemsOf(['--conf=spark.ui.port=80'])).toMatchObject([
      { path: '[0]', code: 'platform-owned' },
    ]);
  });
});
