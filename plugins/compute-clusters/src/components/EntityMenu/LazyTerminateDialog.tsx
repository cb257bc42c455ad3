import { lazy, Suspense, type ComponentProps } from 'react';

const TerminateDialog = lazy(() => import('./TerminateDialog'));

/** The dialog, which is loaded when it is first needed. */
export function LazyTerminateDialog(
  props: ComponentProps<typeof TerminateDialog>,
) {
  return (
    <Suspense fallback={null}>
      <TerminateDialog {...props} />
    </Suspense>
  );
}
