import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../hooks/useTexts';
import { CopyButton } from '../common/CopyButton';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
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
      <CopyButton text={id} label={t('detail.copyId')} />
    </span>
  );
}
