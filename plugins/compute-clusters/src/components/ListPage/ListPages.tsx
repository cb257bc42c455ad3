import IconButton from '@material-ui/core/IconButton';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import ChevronLeft from '@material-ui/icons/ChevronLeft';
import ChevronRight from '@material-ui/icons/ChevronRight';
import type { ComputeClusterPage } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { PAGE_SIZE } from '../../hooks/useListParams';
import { useTexts } from '../../hooks/useTexts';
import type { ListControls } from './ListFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1),
  },
}));

/** "1–47 of 47 ‹ ›" */
export function ListPages({
  params,
  page,
  onChange,
}: ListControls & { page: ComputeClusterPage }) {
  const t = useTexts();
  const { number } = useFormats();
  const classes = useStyles();
  const { nextCursor, prevCursor } = page.pageInfo;
  if (page.items.length === 0) return null;
  const before = (params.page - 1) * PAGE_SIZE;
  const go = (cursor: string | null, step: number) =>
    cursor && onChange({ cursor, page: Math.max(1, params.page + step) });
  return (
    <nav className={classes.root} aria-label={t('list.pages')}>
      <Typography variant="body2">
        {t('list.range', {
          from: number(before + 1),
          to: number(before + page.items.length),
          total: number(page.totalItems),
        })}
      </Typography>
      <IconButton
        aria-label={t('list.previous')}
        disabled={!prevCursor}
        onClick={() => go(prevCursor, -1)}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton
        aria-label={t('list.next')}
        disabled={!nextCursor}
        onClick={() => go(nextCursor, 1)}
      >
        <ChevronRight />
      </IconButton>
    </nav>
  );
}
