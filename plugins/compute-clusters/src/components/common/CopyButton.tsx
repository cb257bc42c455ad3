import { makeStyles } from '@material-ui/core/styles';
import { CopyTextButton } from '@backstage/core-components';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles({
  // As high as the line of text that it stands in.
  root: {
    display: 'inline-flex',
    flexShrink: 0,
    '& button': { width: 24, minWidth: 24, height: 24, padding: 0 },
    '& svg': { width: 16, height: 16 },
  },
});

/** Copies a short text beside which it stands. */
export function CopyButton(props: { text: string; label: string }) {
  const t = useTexts();
  return (
    <span className={useStyles().root}>
      <CopyTextButton
        text={props.text}
        tooltipText={t('detail.copied')}
        aria-label={props.label}
        variant="tertiary"
      />
    </span>
  );
}
