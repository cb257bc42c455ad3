import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    fontFamily: 'monospace',
    overflowWrap: 'anywhere',
  },
});

/** An id with a button that copies it. */
export function CopyableId({ id }: { id: string }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <span className={classes.root}>
      <span>{id}</span>
      <CopyTextButton
        text={id}
        tooltipText={t('detail.copied')}
        aria-label={t('detail.copyId')}
      />
    </span>
  );
}
