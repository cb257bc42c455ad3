import IconButton from '@material-ui/core/IconButton';
import ArrowUpward from '@material-ui/icons/ArrowUpward';
import DeleteOutline from '@material-ui/icons/DeleteOutline';
import { useTexts } from '../../hooks/useTexts';

/** What can be done with a row as a whole. */
export function RowButtons(props: {
  label: string;
  onMoveUp: (() => void) | undefined;
  onRemove: () => void;
}) {
  const t = useTexts();
  const row = props.label;
  return (
    <>
      {props.onMoveUp && (
        <IconButton
          size="small"
          aria-label={t('rows.moveUp', { row })}
          onClick={props.onMoveUp}
        >
          <ArrowUpward />
        </IconButton>
      )}
      <IconButton
        size="small"
        aria-label={t('rows.remove', { row })}
        onClick={props.onRemove}
      >
        <DeleteOutline />
      </IconButton>
    </>
  );
}
