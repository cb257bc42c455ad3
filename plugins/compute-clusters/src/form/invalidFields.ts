import type { FieldErrors } from 'react-hook-form';
import type { ClusterField, ClusterFormValues } from './clusterFormValues';
import { inPageOrder, isClusterField } from './formFields';

/** The fields that have an error, in the order of the page. */
export function invalidFields(
  errors: FieldErrors<ClusterFormValues>,
): ClusterField[] {
  return inPageOrder(pathsOf(errors, '').filter(isClusterField));
}

function pathsOf(errors: object, path: string): string[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (typeof error !== 'object' || error === null) return [];
    // What is wrong with a list as a whole.
    if (key === 'root') return [path];
    const name = path ? `${path}.${key}` : key;
    return isFieldError(error) ? [name] : pathsOf(error, name);
  });
}

function isFieldError(error: object): boolean {
  return 'type' in error && typeof error.type === 'string';
}
