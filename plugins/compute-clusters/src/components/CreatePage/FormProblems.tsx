import { messageOf } from '../../api/messageOf';
import { useFormContext, useFormState } from 'react-hook-form';
import {
  GENERAL_FIELDS,
  type ClusterFormValues,
} from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';
import { Notice } from '../common/Notice';
import type { Refusal } from './useSubmit';

/** What keeps the cluster from being created, above the fields. */
export function FormProblems({ refusal }: { refusal: Refusal | undefined }) {
  const t = useTexts();
  const { getFieldState } = useFormContext<ClusterFormValues>();
  const state = useFormState<ClusterFormValues>();
  const count = GENERAL_FIELDS.filter(
    field => getFieldState(field, state).invalid,
  ).length;
  return (
    <>
      {refusal && (
        <Notice severity="error">
          <strong>{t('form.serverRefused')}</strong>
          <div>{messageOf(refusal.error)}</div>
          {refusal.problems.map(({ path, message }) => (
            <div key={path}>{`${path}: ${message}`}</div>
          ))}
        </Notice>
      )}
      {state.isSubmitted && count > 0 && (
        <Notice severity="error">{t('form.invalid', { count })}</Notice>
      )}
    </>
  );
}
