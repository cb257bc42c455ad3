import { makeStyles } from '@material-ui/core/styles';

/** One bar: how high it is, and what it says on hover. */
export type Bar = { key: string; value: number; text: string };

const HEIGHT = 80;
/** A bar takes ten units of width; two are the gap. */
const WIDTH = 10;
const GAP = 2;
/** Fewer bars are no wider than so many would be. */
const FEWEST = 12;

const useStyles = makeStyles(theme => ({
  root: { margin: 0 },
  chart: {
    display: 'block',
    width: '100%',
    height: HEIGHT,
    borderBottom: `1px solid ${theme.palette.text.secondary}`,
  },
  bar: { fill: theme.palette.primary.main },
  axis: {
    display: 'flex',
    justifyContent: 'space-between',
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
  },
}));

/** Bars side by side, as over time from the oldest. What it shows is said in words too, by its name. */
export function BarChart(props: {
  bars: readonly Bar[];
  label: string;
  /** The highest value, in words. */
  most: string;
  from: string;
  to: string;
}) {
  const classes = useStyles();
  const { bars, label } = props;
  const highest = Math.max(...bars.map(({ value }) => value), 0) || 1;
  return (
    <figure className={classes.root}>
      <div className={classes.axis} aria-hidden>
        {props.most}
      </div>
      <svg
        role="img"
        aria-label={label}
        className={classes.chart}
        viewBox={`0 0 ${Math.max(bars.length, FEWEST) * WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        {bars.map(({ key, value, text }, index) => {
          const height = (value / highest) * HEIGHT;
          return (
            <g key={key}>
              <title>{text}</title>
              {/* All of its column answers to the pointer. */}
              <rect
                x={index * WIDTH}
                y={0}
                width={WIDTH}
                height={HEIGHT}
                fill="transparent"
              />
              <rect
                className={classes.bar}
                x={index * WIDTH + GAP / 2}
                y={HEIGHT - height}
                width={WIDTH - GAP}
                height={height}
              />
            </g>
          );
        })}
      </svg>
      <div className={classes.axis} aria-hidden>
        <span>{props.from}</span>
        <span>{props.to}</span>
      </div>
    </figure>
  );
}
