import type { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { Skeleton } from './Skeleton';

/** What was read, once it is there; a skeleton before, and the reason if it could not be read. */
export function AsyncContent<T>(props: {
  query: { data: T | undefined; error: Error | null };
  errorTitle: string;
  children: (data: T) => ReactNode;
}) {
  const { data, error } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  return error ? (
    <ResponseErrorPanel title={props.errorTitle} error={error} />
  ) : (
    <Skeleton />
  );
}
