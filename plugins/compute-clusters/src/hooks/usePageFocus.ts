import { useEffect, useRef, useState, type RefObject } from 'react';
import { useNavigationType } from 'react-router-dom';

/**
 * Gives the focus to where a page begins when a command or a link led there: what was pressed is gone with its page. A
 * page that is loaded or gone back to leaves the focus where it is, and so does one on which something has it already.
 *
 * @param changed - when it changes, what had the focus may be gone too
 */
export function usePageFocus(
  beginning: RefObject<HTMLElement>,
  changed?: boolean,
): void {
  const [led] = useState(useNavigationType() === 'PUSH');
  const shown = useRef(false);
  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (lost && (led || shown.current)) {
      beginning.current?.focus();
    }
    shown.current = true;
  }, [beginning, led, changed]);
}
