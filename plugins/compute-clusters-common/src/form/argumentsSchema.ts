import { LIMITS } from '../limits';
import { listField } from './listField';
import { OWNERSHIP_REASONS, type OwnershipReason } from './ownershipReasons';
import { problem } from './problem';
import { textField } from './textField';

/** Options of spark-submit that would set what a field sets, unseen, or start something else. */
const OWNED_OPTIONS = new Map<string, OwnershipReason>([
  ['-c', 'sparkConf'],
  ['--conf', 'sparkConf'],
  ['--properties-file', 'sparkConf'],
  ['--load-spark-defaults', 'sparkConf'],
  ['--name', 'sparkConf'],
  ['--jars', 'dependencies'],
  ['--files', 'dependencies'],
  ['--py-files', 'dependencies'],
  ['--packages', 'dependencies'],
  ['--archives', 'sparkConf'],
  ['--driver-java-options', 'javaOptions'],
  ['--driver-memory', 'nodeType'],
  ['--driver-cores', 'nodeType'],
  ['--executor-memory', 'nodeType'],
  ['--executor-cores', 'nodeType'],
  ['--total-executor-cores', 'nodeType'],
  ['--num-executors', 'scaling'],
  ['--driver-class-path', 'sparkConf'],
  ['--driver-library-path', 'sparkConf'],
  ['--master', 'launch'],
  ['--deploy-mode', 'launch'],
  ['--class', 'launch'],
  ['--proxy-user', 'launch'],
  ['--principal', 'launch'],
  ['--keytab', 'launch'],
  ['--remote', 'launch'],
  ['--supervise', 'launch'],
  ['--kill', 'launch'],
  ['--status', 'launch'],
  ['--version', 'launch'],
  ['--help', 'launch'],
  ['-h', 'launch'],
  ['--usage-error', 'launch'],
]);

const argumentField = textField({
  label: 'Argument',
  maxLength: LIMITS.argumentLength,
}).superRefine((argument, context) => {
  const option = argument.split('=', 1)[0];
  const reason = OWNED_OPTIONS.get(option);
  if (reason) {
    const message = `${option} cannot be given: ${OWNERSHIP_REASONS[reason]}.`;
    context.addIssue(problem('platform-owned', message, { reason }));
  }
});

/** Arguments of the driver's command line, in their order. */
export const argumentsSchema = listField(
  'Arguments',
  argumentField,
  LIMITS.arguments,
);
