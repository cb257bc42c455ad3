import { useEffect, useRef } from 'react';

/**
 * Holds the back and the forward button while something would be lost. React Router's `useBlocker` does that only with a
 * data router, which Backstage has not: this hears of the step before the router does, takes it back, and asks.
 *
 * React Router numbers the entries that it makes (`history.state.idx`), which tells how far to go back. No entry is added,
 * so that the buttons of the browser do what they always do once the person has decided.
 *
 * @param onHeld - gets what goes the held step after all
 */
export function useBackGuard(
  active: boolean,
  onHeld: (leave: () => void) => void,
): void {
  const listener = useRef(onHeld);
  listener.current = onHeld;
  useEffect(() => {
    if (!active) return undefined;
    const here = indexOf(window.history.state);
    let mode: 'guarding' | 'returning' | 'leaving' = 'guarding';
    const onPopState = (event: PopStateEvent) => {
      const there = indexOf(event.state);
      // An entry that the router did not make is a link within this page.
      if (mode === 'leaving' || here === undefined || there === undefined) {
        return;
      }
      // Listeners that capture hear of it first, though the router's came before.
      event.stopImmediatePropagation();
      if (mode === 'returning') {
        mode = 'guarding';
        return;
      }
      mode = 'returning';
      window.history.go(here - there);
      listener.current(() => {
        mode = 'leaving';
        window.history.go(there - here);
      });
    };
    window.addEventListener('popstate', onPopState, { capture: true });
    return () =>
      window.removeEventListener('popstate', onPopState, { capture: true });
  }, [active]);
}

function indexOf(state: unknown): number | undefined {
  return typeof state === 'object' &&
    state !== null &&
    'idx' in state &&
    typeof state.idx === 'number'
    ? state.idx
    : undefined;
}
