import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from '../../../common/CopyButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'flex-start',
    margin: theme.spacing(0.5, 0),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.divider}`,
    backgroundColor: theme.palette.background.default,
  },
  code: {
    flex: 1,
    minWidth: 0,
    margin: 0,
    padding: theme.spacing(1),
    overflowX: 'auto',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
  },
  copy: { padding: theme.spacing(0.5) },
}));

/** Lines to copy. Long ones are scrolled, with the keyboard too. */
export function CopyableCode(props: {
  text: string;
  label: string;
  copyLabel: string;
}) {
  const { text, label, copyLabel } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre
        className={classes.code}
        role="region"
        aria-label={label}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has no mouse scrolls by keyboard
        tabIndex={0}
      >
        {text.trimEnd()}
      </pre>
      <span className={classes.copy}>
        <CopyButton text={text} label={copyLabel} />
      </span>
    </div>
  );
}
