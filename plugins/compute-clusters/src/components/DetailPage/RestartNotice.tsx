import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor } from '../../hooks/clusterState';
import { useChanges } from '../../hooks/useClusterInsides';
import { useTexts } from '../../hooks/useTexts';
import { OperateButton } from '../commands/OperateButton';
import { useCommandFlow } from '../commands/useCommandFlow';
import { FieldList } from '../common/FieldList';
import { Notice } from '../common/Notice';
import { useChangeFields } from './useChangeFields';

const useStyles = makeStyles(theme => ({
  changes: { marginTop: theme.spacing(1), maxHeight: 240, overflow: 'auto' },
}));

/** That the saved specification is newer than what runs, how they differ, and the command that applies it. */
export function RestartNotice({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const { request, dialog, busy } = useCommandFlow(cluster);
  const changes = useChanges(cluster);
  const fields = useChangeFields(changes.data?.items ?? []);
  const command = commandsFor(cluster).find(
    each => each === 'start' || each === 'restart',
  );
  return (
    <Notice
      severity="info"
      quiet
      action={
        command && (
          <OperateButton
            cluster={cluster}
            size="small"
            variant="outlined"
            disabled={busy}
            onClick={() => request(command)}
          >
            {t(command === 'start' ? 'restart.start' : 'restart.restart')}
          </OperateButton>
        )
      }
    >
      {t(command === 'start' ? 'restart.atStart' : 'detail.restartRequired')}
      {fields.length > 0 && (
        // Focusable, so that the keyboard can scroll it.
        <section
          className={classes.changes}
          aria-label={t('restart.changes')}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          <FieldList fields={fields} />
        </section>
      )}
      {dialog}
    </Notice>
  );
}
