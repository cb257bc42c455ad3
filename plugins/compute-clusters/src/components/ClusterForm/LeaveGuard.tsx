import { useEffect, useId, useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useFormState } from 'react-hook-form';
import { useHref, useNavigate } from 'react-router-dom';
import type { ClusterFormValues } from '../../form/clusterFormValues';
import { useTexts } from '../../hooks/useTexts';
import { FocusedDialog } from '../common/FocusedDialog';
import { linkTarget } from './linkTarget';
import { useBackGuard } from './useBackGuard';

/**
 * Asks before what was entered is lost: on a link (Cancel is one), on the back button, on a reload, and when the browser's
 * tab closes.
 */
export function LeaveGuard() {
  const { isDirty } = useFormState<ClusterFormValues>();
  const [held, setHeld] = useState<{ leave: () => void }>();
  const base = useHref('/');
  const navigate = useNavigate();
  useBackGuard(isDirty, leave => setHeld({ leave }));
  useEffect(() => {
    if (!isDirty) return undefined;
    const onClick = (event: MouseEvent) => {
      const to = linkTarget(event, base);
      if (to === undefined) return;
      // Before the router's own listener hears of it.
      event.preventDefault();
      event.stopPropagation();
      setHeld({ leave: () => navigate(to) });
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    document.addEventListener('click', onClick, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      document.removeEventListener('click', onClick, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty, base, navigate]);
  return held ? (
    <LeaveDialog onLeave={held.leave} onStay={() => setHeld(undefined)} />
  ) : null;
}

function LeaveDialog(props: { onLeave: () => void; onStay: () => void }) {
  const t = useTexts();
  const id = useId();
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <FocusedDialog
      open
      onClose={props.onStay}
      focused={stay}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <DialogTitle id={`${id}-title`}>{t('leave.title')}</DialogTitle>
      <DialogContent>
        <DialogContentText id={`${id}-text`}>
          {t('leave.text')}
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button ref={stay} onClick={props.onStay}>
          {t('leave.stay')}
        </Button>
        <Button color="primary" variant="contained" onClick={props.onLeave}>
          {t('leave.leave')}
        </Button>
      </DialogActions>
    </FocusedDialog>
  );
}
