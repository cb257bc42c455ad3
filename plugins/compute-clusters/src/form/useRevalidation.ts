import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { GENERAL_FIELDS, type ClusterFormValues } from './clusterFormValues';

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
  useEffect(() => {
    const wrong = GENERAL_FIELDS.filter(field => {
      const { error } = getFieldState(field);
      return error && error.type !== SERVER_ERROR;
    });
    if (wrong.length > 0) trigger(wrong);
  }, [values, getFieldState, trigger]);
}
