import type { KubernetesEvent } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import ReportProblemOutlined from '@material-ui/icons/ReportProblemOutlined';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../../hooks/useTexts';
import { RelativeTime } from '../../common/RelativeTime';
import { SimpleTable } from '../../common/SimpleTable';

const useStyles = makeStyles(theme => ({
  reason: { whiteSpace: 'nowrap' },
  warning: {
    color: theme.palette.status.warning,
    verticalAlign: 'text-bottom',
    marginRight: theme.spacing(0.5),
  },
}));

/** Kubernetes events, one a row. */
export function EventTable({ events }: { events: KubernetesEvent[] }) {
  const t = useTexts();
  const classes = useStyles();
  return (
    <SimpleTable
      label={t('events.title')}
      head={[
        t('events.lastSeen'),
        t('events.count'),
        t('events.object'),
        t('events.reason'),
        t('events.message'),
      ]}
      rows={events.map(event => ({
        key: event.id,
        cells: [
          <RelativeTime key="time" time={event.lastSeen} />,
          event.count,
          event.object,
          <span key="reason" className={classes.reason}>
            {event.type === 'Warning' && (
              <ReportProblemOutlined
                fontSize="small"
                className={classes.warning}
                titleAccess={t('events.Warning')}
              />
            )}
            {event.reason}
          </span>,
          event.message,
        ],
      }))}
    />
  );
}
