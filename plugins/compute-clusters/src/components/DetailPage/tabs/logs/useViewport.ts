import { useCallback, useEffect, useState, type RefObject } from 'react';

/** What of an element that scrolls is to be seen, in pixels. */
export type Viewport = { top: number; height: number; width: number };

/** Follows the size and the place of an element that scrolls. */
export function useViewport(ref: RefObject<HTMLElement>) {
  const [viewport, setViewport] = useState<Viewport>({
    top: 0,
    height: 0,
    width: 0,
  });
  const measure = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    const {
      scrollTop: top,
      clientHeight: height,
      clientWidth: width,
    } = element;
    setViewport(old =>
      old.top === top && old.height === height && old.width === width
        ? old
        : { top, height, width },
    );
  }, [ref]);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    // Where there is none, the window's size stands for that of the element.
    const sizes =
      typeof ResizeObserver === 'undefined'
        ? undefined
        : new ResizeObserver(measure);
    sizes?.observe(element);
    window.addEventListener('resize', measure);
    return () => {
      element.removeEventListener('scroll', measure);
      sizes?.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref, measure]);
  return viewport;
}
