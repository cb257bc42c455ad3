import type { DetailedProblem } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { Formats } from '../formats/formatsOf';
import type { Texts } from '../hooks/useTexts';
import type { problemTexts } from '../texts/problemTexts';
import { patternOf } from './formFields';

/** The text of a problem by its code; by code and field where a field has a rule of its own. */
const TEXTS = new Map<string, keyof (typeof problemTexts)['problem']>([
  ['required', 'required'],
  ['required spec.schedule.windows', 'noTime'],
  ['required spec.schedule.windows.*.days', 'noDay'],
  ['required spec.schedule.windows.*.start', 'startOrStop'],
  ['too-long', 'tooLong'],
  ['too-many', 'tooMany'],
  ['too-small', 'tooSmall'],
  ['too-large', 'tooLarge'],
  ['min-over-max', 'minOverMax'],
  ['duplicate', 'duplicate'],
  ['platform-owned', 'platformOwned'],
  ['over-quota', 'overQuota'],
  ['unknown', 'unknown'],
  ['not-for-driver', 'notForDriver'],
  ['not-for-executor', 'notForExecutor'],
  ['no-spot', 'noSpot'],
  ['invalid', 'invalid'],
  ['invalid name', 'lowerCase'],
  ['invalid spec.executor.min', 'number'],
  ['invalid spec.executor.max', 'number'],
  ['invalid spec.autoScaling.idleTimeoutMinutes', 'number'],
  ['invalid spec.autoTermination.idleMinutes', 'number'],
  ['invalid spec.schedule.timeZone', 'timeZone'],
  ['invalid spec.schedule.windows.*.start', 'start'],
  ['invalid spec.schedule.windows.*.stop', 'stop'],
  ['invalid spec.environment.*.name', 'variableName'],
  ['invalid spec.environment.*.secret.ref.name', 'secretName'],
  ['invalid spec.environment.*.secret.ref.key', 'secretKey'],
  ['invalid spec.sparkConf.*.name', 'propertyName'],
  ['invalid spec.sparkConf.*.value', 'oneLine'],
  ['invalid spec.sparkConf.*.secret.value', 'oneLine'],
  ['invalid spec.sparkConf.*.secret.ref.name', 'secretName'],
  ['invalid spec.sparkConf.*.secret.ref.key', 'secretKey'],
  ['invalid spec.javaOptions', 'javaOptions'],
  ['invalid spec.dependencies.jars.*.value', 'address'],
  ['invalid spec.dependencies.files.*.value', 'address'],
  ['invalid spec.dependencies.pyFiles.*.value', 'pythonAddress'],
  ['invalid spec.dependencies.packages.*.value', 'package'],
  ['invalid spec.tags.*.key', 'tag'],
  ['invalid spec.tags.*.value', 'tag'],
]);

/** What is wrong with a field, in the language of the app; what is not known here keeps the words of the rule. */
export function problemText(
  { code, message, params }: DetailedProblem,
  field: string,
  { t, number }: { t: Texts } & Pick<Formats, 'number'>,
): string {
  const text = TEXTS.get(`${code} ${patternOf(field)}`) ?? TEXTS.get(code);
  const { min = 0, max = 0, reason } = params;
  return text
    ? t(`problem.${text}`, {
        min: number(min),
        max: number(max),
        reason: reason ? t(`ownership.${reason}`) : '',
      })
    : message;
}
