import type { ReactNode } from 'react';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';

/** One row: a cell for each column. */
export type SimpleRow = { key: string; cells: ReactNode[] };

const useStyles = makeStyles(theme => ({
  head: {
    padding: theme.spacing(1),
    whiteSpace: 'nowrap',
    textTransform: 'none',
  },
  cell: { padding: theme.spacing(1), verticalAlign: 'top' },
  short: { whiteSpace: 'nowrap' },
  long: { overflowWrap: 'anywhere', minWidth: 110 },
}));

/** Characters of a text that stays in one piece; a longer one is broken anywhere, so that the table does not get too wide. */
const SHORT = 24;

function isShort(cell: ReactNode): boolean {
  return (
    typeof cell === 'number' ||
    (typeof cell === 'string' && cell.length <= SHORT)
  );
}

/** A table for reading; it scrolls sideways where the page is narrow. */
export function SimpleTable(props: {
  label: string;
  head: string[];
  rows: SimpleRow[];
}) {
  const classes = useStyles();
  return (
    // Focusable, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <TableContainer tabIndex={0} role="region" aria-label={props.label}>
      <Table size="small">
        <TableHead>
          <TableRow>
            {props.head.map(title => (
              <TableCell key={title} className={classes.head}>
                {title}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {props.rows.map(({ key, cells }) => (
            <TableRow key={key}>
              {cells.map((cell, index) => (
                <TableCell
                  key={props.head[index]}
                  className={`${classes.cell} ${
                    isShort(cell) ? classes.short : classes.long
                  }`}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
