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
  head: { whiteSpace: 'nowrap', textTransform: 'none' },
  cell: {
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    minWidth: 60,
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.75) },
  },
}));

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
                <TableCell key={props.head[index]} className={classes.cell}>
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
