import { useEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the focus near some buttons when the one that was pressed goes away, as a command changes what is offered.
 *
 * @param offered - names the buttons that there are
 * @param settled - whether nothing is on its way that holds the focus, as a dialog does
 * @returns what to call when a button is pressed
 */
export function useKeptFocus(
  box: RefObject<HTMLElement>,
  offered: string,
  settled: boolean,
): () => void {
  const pressed = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (!pressed.current || !settled || !lost) return;
    pressed.current = false;
    box.current?.focus({ preventScroll: true });
  }, [box, offered, settled]);
  return () => {
    pressed.current = true;
  };
}
