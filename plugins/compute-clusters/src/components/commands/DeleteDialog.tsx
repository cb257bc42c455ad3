import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { useTexts } from '../../hooks/useTexts';
import { CommandDialog, type CommandDialogProps } from './ConfirmDialog';

/** Deletes only when the exact name was typed. */
export function DeleteDialog(props: CommandDialogProps) {
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { name } = props.cluster;
  return (
    <CommandDialog
      {...props}
      title={t('confirm.deleteTitle', { name })}
      text={t('confirm.deleteText')}
      confirm={t('command.delete')}
      disabled={typed !== name}
    >
      <TextField
        id={id}
        // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog takes the focus
        autoFocus
        fullWidth
        margin="dense"
        variant="outlined"
        autoComplete="off"
        label={t('confirm.deleteField', { name })}
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
    </CommandDialog>
  );
}
