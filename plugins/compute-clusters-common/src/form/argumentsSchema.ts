import { LIMITS } from '../limits';
import { listField } from './listField';
import { problem } from './problem';
import { textField } from './textField';

const PROPERTIES = 'use the Spark configuration instead';
const DEPENDENCIES = 'use the dependencies instead';
const NODE_TYPE = 'it follows from the node type';
const PLATFORM = 'the platform decides how the driver is started';

/** Options of spark-submit that would set what a field sets, unseen, or start something else. */
const OWNED_OPTIONS = new Map<string, string>([
  ['-c', PROPERTIES],
  ['--conf', PROPERTIES],
  ['--properties-file', PROPERTIES],
  ['--load-spark-defaults', PROPERTIES],
  ['--name', PROPERTIES],
  ['--jars', DEPENDENCIES],
  ['--files', DEPENDENCIES],
  ['--py-files', DEPENDENCIES],
  ['--packages', DEPENDENCIES],
  ['--archives', PROPERTIES],
  ['--driver-java-options', 'use the Java options instead'],
  ['--driver-memory', NODE_TYPE],
  ['--driver-cores', NODE_TYPE],
  ['--executor-memory', NODE_TYPE],
  ['--executor-cores', NODE_TYPE],
  ['--total-executor-cores', NODE_TYPE],
  ['--num-executors', 'set the executors and auto scaling instead'],
  ['--driver-class-path', PROPERTIES],
  ['--driver-library-path', PROPERTIES],
  ['--master', PLATFORM],
  ['--deploy-mode', PLATFORM],
  ['--class', PLATFORM],
  ['--proxy-user', PLATFORM],
  ['--principal', PLATFORM],
  ['--keytab', PLATFORM],
  ['--remote', PLATFORM],
  ['--supervise', PLATFORM],
  ['--kill', PLATFORM],
  ['--status', PLATFORM],
  ['--version', PLATFORM],
  ['--help', PLATFORM],
  ['-h', PLATFORM],
  ['--usage-error', PLATFORM],
]);

const argumentField = textField({
  label: 'Argument',
  maxLength: LIMITS.argumentLength,
}).superRefine((argument, context) => {
  const option = argument.split('=', 1)[0];
  const reason = OWNED_OPTIONS.get(option);
  if (reason) {
    const message = `${option} cannot be given: ${reason}.`;
    context.addIssue(problem('platform-owned', message));
  }
});

/** Arguments of the driver's command line, in their order. */
export const argumentsSchema = listField(
  'Arguments',
  argumentField,
  LIMITS.arguments,
);
