import { useFormState } from 'react-hook-form';
import { messageOf } from '../../api/messageOf';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { invalidFields } from '../../form/invalidFields';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import type { FormPurpose } from './FormPurpose';
import type { Refusal } from './useSubmit';

/** What keeps the cluster from being saved, above the fields. */
export function FormProblems(props: {
  refusal: Refusal | undefined;
  purpose: FormPurpose;
}) {
  const t = useTexts();
  const { refusal, purpose } = props;
  const { errors, isSubmitted } = useFormState<ClusterFormValues>();
  const count = invalidFields(errors).length;
  return (
    <>
      {refusal && (
        <Notice severity="error">
          <strong>{t(`form.${purpose.kind}Refused`)}</strong>
          <div>{messageOf(refusal.error)}</div>
          {refusal.problems.map(({ path, message }) => (
            <div key={path}>{`${path}: ${message}`}</div>
          ))}
          {purpose.advise?.(refusal.error)}
        </Notice>
      )}
      {isSubmitted && count > 0 && (
        <Notice severity="error">{t('form.invalid', { count })}</Notice>
      )}
    </>
  );
}
