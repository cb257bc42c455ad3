import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { LineHeights } from './LineHeights';
import { LogLine } from './LogLine';
import type { LogText } from './LogText';
import { useViewport } from './useViewport';

/** Height of a row, in pixels. */
const ROW = 18;
/** Width of a character of the font, by its size of 12 pixels. */
const COLUMN = 7.225;
/** Line numbers and the space beside them, in pixels. */
const GUTTER = 64;
/** Rows beyond what is seen, so that scrolling meets no gap. */
const SPARE = 40;
/** As many rows show where the page has no size, as in tests. */
const SOME_ROWS = 40;

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    overflow: 'auto',
    height: '100%',
    fontFamily: '"DejaVu Sans Mono", Menlo, Consolas, monospace',
    fontSize: 12,
    lineHeight: `${ROW}px`,
    backgroundColor: theme.palette.background.default,
    color: theme.palette.text.primary,
    '& mark': { backgroundColor: '#ffd54f', color: '#000' },
  },
  line: { display: 'flex', minHeight: ROW, minWidth: 'max-content' },
  wrapped: { minWidth: 0 },
  current: { backgroundColor: theme.palette.action.selected },
  number: {
    flex: `0 0 ${GUTTER}px`,
    paddingRight: 12,
    textAlign: 'right',
    userSelect: 'none',
    color: theme.palette.text.secondary,
  },
  text: { whiteSpace: 'pre', tabSize: 4 },
  wrappedText: { minWidth: 0, whiteSpace: 'pre-wrap', wordBreak: 'break-all' },
}));

/** The lines of a log, of which the page holds only those that are seen. It follows the end until somebody scrolls up. */
export function LogLines(props: {
  text: LogText;
  /** Numbers of the lines to show; all without. */
  lines?: readonly number[];
  /** What to mark. */
  wanted: string;
  /** The line to bring into view. */
  current?: number;
  wrap: boolean;
  label: string;
}) {
  const classes = useStyles();
  const { text, lines, wanted, current, wrap, label } = props;
  const root = useRef<HTMLDivElement>(null);
  const { top, height, width } = useViewport(root);
  const columns =
    wrap && width > 0
      ? Math.max(10, Math.floor((width - GUTTER) / COLUMN))
      : undefined;
  const heights = useMemo(
    () => LineHeights.of(text, lines, columns),
    [text, lines, columns],
  );
  useFollowing(root, heights, current === undefined);
  useShowing(root, heights, lines, current);
  const first = heights.lineAt(Math.max(0, top / ROW - SPARE));
  const rows = height > 0 ? height / ROW + 2 * SPARE : SOME_ROWS;
  const end = Math.min(heights.count, heights.lineAt(top / ROW + rows) + 1);
  return (
    <div
      ref={root}
      className={classes.root}
      role="region"
      aria-label={label}
      // Focusable, so that the keyboard can scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div style={{ height: heights.topOf(first) * ROW }} />
      {range(first, end).map(index => {
        const line = lines ? lines[index] : index;
        return (
          <div
            key={line}
            className={`${classes.line} ${wrap ? classes.wrapped : ''} ${
              line === current ? classes.current : ''
            }`}
          >
            <span className={classes.number} aria-hidden>
              {line + 1}
            </span>
            <span className={wrap ? classes.wrappedText : classes.text}>
              <LogLine text={text.line(line)} wanted={wanted} />
            </span>
          </div>
        );
      })}
      <div style={{ height: (heights.rows - heights.topOf(end)) * ROW }} />
    </div>
  );
}

/** Keeps the end in view while it is there. */
function useFollowing(
  root: React.RefObject<HTMLElement>,
  heights: LineHeights,
  active: boolean,
) {
  const atEnd = useRef(true);
  useEffect(() => {
    const element = root.current;
    const onScroll = () => {
      if (!element) return;
      const { scrollTop, clientHeight, scrollHeight } = element;
      atEnd.current = scrollTop + clientHeight >= scrollHeight - ROW;
    };
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => element?.removeEventListener('scroll', onScroll);
  }, [root]);
  useLayoutEffect(() => {
    const element = root.current;
    if (element && active && atEnd.current) {
      element.scrollTop = element.scrollHeight;
    }
  }, [root, heights, active]);
}

/** Brings a line into view when it becomes the current one. */
function useShowing(
  root: React.RefObject<HTMLElement>,
  heights: LineHeights,
  lines: readonly number[] | undefined,
  current: number | undefined,
) {
  const shown = useRef<number>();
  useLayoutEffect(() => {
    const element = root.current;
    if (current !== shown.current && current !== undefined && element) {
      const index = lines ? lines.indexOf(current) : current;
      const above = element.clientHeight / 2;
      element.scrollTop = Math.max(0, heights.topOf(index) * ROW - above);
    }
    shown.current = current;
  }, [root, heights, lines, current]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
