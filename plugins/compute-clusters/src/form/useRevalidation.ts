import { useEffect, useRef } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import type { ClusterFormValues } from './clusterFormValues';
import { invalidFields } from './invalidFields';

/** The type of an error that the server gave: only the server can take it back. */
export const SERVER_ERROR = 'server';

/**
 * Checks the fields with errors again when any field changes: more executors at most may make a minimum right. It never
 * adds an error where a person has not been yet.
 */
export function useRevalidation(): void {
  const { control, getFieldState, trigger } =
    useFormContext<ClusterFormValues>();
  const values = useWatch({ control });
  const { errors } = useFormState({ control });
  const latest = useRef(errors);
  latest.current = errors;
  useEffect(() => {
    const wrong = invalidFields(latest.current).filter(field => {
      const { error } = getFieldState(field);
      return error && error.type !== SERVER_ERROR;
    });
    if (wrong.length > 0) trigger(wrong);
  }, [values, getFieldState, trigger]);
}
