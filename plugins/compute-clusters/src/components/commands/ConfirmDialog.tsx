import { messageOf } from '../../api/messageOf';
import type { FormEvent, ReactNode } from 'react';
import { useId, useRef } from 'react';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { FocusedDialog } from '../common/FocusedDialog';
import { Notice } from '../common/Notice';

/** What the dialogs of all commands share. */
export type CommandDialogProps = {
  cluster: ComputeCluster;
  busy: boolean;
  error: Error | null;
  onCancel: () => void;
  onConfirm: () => void;
};

/** Asks before a restart or a termination. */
export function ConfirmDialog(
  props: CommandDialogProps & { command: 'restart' | 'terminate' },
) {
  const t = useTexts();
  const { name } = props.cluster;
  return (
    <CommandDialog
      {...props}
      title={t(`confirm.${props.command}Title`, { name })}
      text={t(`confirm.${props.command}Text`)}
      confirm={t(`command.${props.command}`)}
    />
  );
}

/** The frame of a confirmation: question, consequences, what went wrong, two buttons. */
export function CommandDialog(
  props: CommandDialogProps & {
    title: string;
    text: string;
    confirm: string;
    disabled?: boolean;
    children?: ReactNode;
  },
) {
  const t = useTexts();
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  // The answer is told here: nobody would hear that the command failed.
  const close = () => !props.busy && props.onCancel();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!props.disabled && !props.busy) props.onConfirm();
  };
  return (
    <FocusedDialog
      open
      onClose={close}
      // What the question contains has the focus itself.
      focused={props.children ? undefined : cancel}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <form onSubmit={submit}>
        <DialogTitle id={`${id}-title`}>{props.title}</DialogTitle>
        <DialogContent>
          <DialogContentText id={`${id}-text`}>{props.text}</DialogContentText>
          {props.children}
          {props.error && (
            <Notice severity="error">{messageOf(props.error)}</Notice>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={props.busy} ref={cancel}>
            {t('confirm.cancel')}
          </Button>
          <Button
            type="submit"
            color="primary"
            variant="contained"
            disabled={props.disabled || props.busy}
          >
            {props.confirm}
          </Button>
        </DialogActions>
      </form>
    </FocusedDialog>
  );
}
