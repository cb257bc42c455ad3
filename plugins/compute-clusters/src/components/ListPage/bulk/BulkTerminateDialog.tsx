import { useId, useRef, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../hooks/useTexts';
import { FocusedDialog } from '../../common/FocusedDialog';
import { BulkResults } from './BulkResults';
import { ClusterNames } from './ClusterNames';
import { useBulkTerminate } from './useBulkTerminate';
import { useTerminable } from './useTerminable';

/** Names the clusters and asks, then tells of those that could not be terminated, and why. */
export function BulkTerminateDialog(props: {
  clusters: readonly ComputeCluster[];
  onClose: () => void;
  onAllDone: (count: number) => void;
}) {
  const t = useTexts();
  const id = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  const terminable = useTerminable(props.clusters);
  const { run, running, results } = useBulkTerminate();
  const { allowed } = terminable;
  const over = results.length > 0 && !running;
  const close = () => !running && props.onClose();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const all = await run(allowed);
    if (all.every(({ error }) => !error)) props.onAllDone(all.length);
  };
  return (
    <FocusedDialog
      open
      fullWidth
      maxWidth="sm"
      disableRestoreFocus
      onClose={close}
      focused={cancel}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <form onSubmit={submit}>
        <DialogTitle id={`${id}-title`}>
          {over
            ? t('bulk.doneTitle')
            : t('bulk.title', { count: props.clusters.length })}
        </DialogTitle>
        <DialogContent>
          {over ? (
            <BulkResults id={`${id}-text`} results={results} />
          ) : (
            <>
              <DialogContentText id={`${id}-text`}>
                {t('bulk.text')}
              </DialogContentText>
              <ClusterNames clusters={props.clusters} terminable={terminable} />
            </>
          )}
          <div role="status">
            {running &&
              t('bulk.progress', {
                done: String(results.length),
                total: String(allowed.length),
              })}
          </div>
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={running} ref={cancel}>
            {t(over ? 'bulk.close' : 'confirm.cancel')}
          </Button>
          {!over && (
            <Button
              type="submit"
              color="primary"
              variant="contained"
              disabled={running || allowed.length === 0}
            >
              {t('bulk.confirm')}
            </Button>
          )}
        </DialogActions>
      </form>
    </FocusedDialog>
  );
}
