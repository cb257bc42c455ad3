import { useFormContext, useFormState } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from './clusterFormValues';
import { fieldsOfTab, type FormTab } from './formFields';
import { invalidFields } from './invalidFields';
import { SERVER_ERROR } from './useRevalidation';

/** Marks what is wrong on a tab. What the server said stays: our own check knows nothing of it, and would wipe it off. */
export function useTabCheck(): (tab: FormTab) => void {
  const { control, getFieldState, trigger } =
    useFormContext<ClusterFormValues>();
  const { errors } = useFormState({ control });
  return tab => {
    const refused = invalidFields(errors).filter(
      field => getFieldState(field).error?.type === SERVER_ERROR,
    );
    const known = fieldsOfTab(tab).filter(
      field => !refused.some(each => isIn(field, each)),
    );
    if (known.length > 0) trigger(known);
  };
}

/** Whether a field is this one, or in a row of this list. */
function isIn(list: ClusterField, field: ClusterField): boolean {
  return field === list || field.startsWith(`${list}.`);
}
