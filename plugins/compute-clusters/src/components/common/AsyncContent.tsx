import type { ReactNode } from 'react';
import { ResponseErrorPanel } from '@backstage/core-components';
import { RetryButton } from './RetryButton';
import { Waiting } from './Waiting';

/** What was read, once it is there; a skeleton before, and the reason if it could not be read. */
export function AsyncContent<T>(props: {
  query: { data: T | undefined; error: Error | null; refetch: () => unknown };
  errorTitle: string;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  if (!error) return <Waiting />;
  return (
    <>
      <ResponseErrorPanel title={props.errorTitle} error={error} />
      <RetryButton onClick={refetch} />
    </>
  );
}
