import { useEffect, useRef, type RefObject } from 'react';

/** Shows another page from its first row; what changes on a page moves nothing. */
export function useTopOfPage(table: RefObject<HTMLElement>, page: number) {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current !== page) {
      table.current?.scrollIntoView({ block: 'start' });
    }
    shown.current = page;
  }, [table, page]);
}
