import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { Skeleton } from '../common/Skeleton';
import { useTableStyles } from './useTableStyles';

const ROWS = [1, 2, 3, 4, 5];
const useStyles = makeStyles({ row: { height: 56 } });

/** The place of rows that are on their way, as high as they will be. */
export function SkeletonRows({ columns }: { columns: number }) {
  const t = useTexts();
  const classes = useStyles();
  const table = useTableStyles();
  return (
    <>
      {ROWS.map(row => (
        <TableRow key={row} className={classes.row}>
          <TableCell colSpan={columns}>
            {row === 1 && (
              <span role="status" className={table.hidden}>
                {t('list.loading')}
              </span>
            )}
            <Skeleton />
          </TableCell>
        </TableRow>
      ))}
    </>
  );
}
