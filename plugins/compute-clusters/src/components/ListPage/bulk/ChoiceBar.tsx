import { useEffect, useRef, useState, type RefObject } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../../hooks/useTexts';
import { BulkTerminateDialog } from './BulkTerminateDialog';
import type { Choice } from './useChoice';

const useStyles = makeStyles(theme => ({
  // Below the table, so that nothing moves when it comes; always in sight.
  root: {
    position: 'sticky',
    bottom: theme.spacing(1),
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginTop: theme.spacing(1),
    padding: theme.spacing(1, 2),
  },
  count: { flexGrow: 1 },
}));

/** How many clusters are chosen, and what can be done with them. */
export function ChoiceBar(props: {
  choice: Choice;
  /** Takes the focus when the bar is gone. */
  table: RefObject<HTMLElement>;
}) {
  const t = useTexts();
  const classes = useStyles();
  const alerts = useApi(alertApiRef);
  const { choice, table } = props;
  // As they were when the dialog opened: who stops is no longer among the chosen ones.
  const [asking, setAsking] = useState<readonly ComputeCluster[]>();
  const { chosen } = choice;
  const asked = useRef(false);
  // Only once the dialog is gone: until then it keeps the focus.
  useEffect(() => {
    if (asked.current && !asking) table.current?.focus();
    asked.current = asking !== undefined;
  }, [asking, table]);
  const close = () => setAsking(undefined);
  const chooseNone = () => {
    table.current?.focus({ preventScroll: true });
    choice.clear();
  };
  const allDone = (count: number) => {
    alerts.post({
      message: t('bulk.succeeded', { count }),
      severity: 'success',
      display: 'transient',
    });
    choice.clear();
    close();
  };
  return (
    <>
      {chosen.length > 0 && (
        <Paper
          elevation={4}
          role="region"
          aria-label={t('bulk.bar')}
          className={classes.root}
        >
          <Typography role="status" className={classes.count}>
            {t('bulk.chosen', { count: chosen.length })}
          </Typography>
          <Button onClick={chooseNone}>{t('bulk.clear')}</Button>
          <Button
            color="primary"
            variant="contained"
            onClick={() => setAsking(chosen)}
          >
            {t('command.terminate')}
          </Button>
        </Paper>
      )}
      {asking && (
        <BulkTerminateDialog
          clusters={asking}
          onClose={close}
          onAllDone={allDone}
        />
      )}
    </>
  );
}
