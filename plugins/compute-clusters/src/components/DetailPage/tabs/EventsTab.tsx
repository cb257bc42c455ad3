import { useState } from 'react';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { InfoCard } from '@backstage/core-components';
import type {
  ComputeCluster,
  KubernetesEvent,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useEvents } from '../../../hooks/useClusterInsides';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { MoreButton } from '../../common/MoreButton';
import { SearchField } from '../../common/SearchField';
import { EventTable } from './EventTable';
import { EVENTS_ON_A_PAGE } from './eventsOnAPage';

type EventType = KubernetesEvent['type'];

const TYPES: readonly EventType[] = ['Normal', 'Warning'];

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  type: { minWidth: 120 },
}));

/** What Kubernetes said about the cluster; kept longer than Kubernetes does. */
export default function EventsTab({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const [type, setType] = useState<EventType>();
  const [text, setText] = useState('');
  const query = useEvents(cluster.id, {
    limit: EVENTS_ON_A_PAGE,
    ...(type && { type }),
    ...(text && { text }),
  });
  return (
    <InfoCard title={t('events.title')}>
      <div className={classes.filters}>
        <TextField
          select
          size="small"
          variant="outlined"
          id="events-type"
          label={t('events.type')}
          SelectProps={{ displayEmpty: true }}
          InputLabelProps={{ shrink: true }}
          className={classes.type}
          value={type ?? ''}
          onChange={({ target }) =>
            setType(TYPES.find(each => each === target.value))
          }
        >
          <MenuItem value="">{t('events.all')}</MenuItem>
          {TYPES.map(each => (
            <MenuItem key={each} value={each}>
              {t(`events.${each}`)}
            </MenuItem>
          ))}
        </TextField>
        <SearchField
          label={t('events.search')}
          value={text}
          onChange={setText}
        />
      </div>
      <AsyncContent query={query} errorTitle={t('events.error')}>
        {({ pages }) => {
          const events = pages.flatMap(page => page.items);
          return events.length > 0 ? (
            <EventTable events={events} />
          ) : (
            <Typography variant="body2">
              {t(type || text ? 'events.noMatch' : 'events.none')}
            </Typography>
          );
        }}
      </AsyncContent>
      <MoreButton query={query} label={t('events.more')} />
    </InfoCard>
  );
}
