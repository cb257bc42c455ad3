import { useRef, useState } from 'react';
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
import { SelectField } from '../../common/SelectField';
import { EventTable } from './EventTable';
import { EVENTS_ON_A_PAGE } from './eventsOnAPage';

type EventType = KubernetesEvent['type'];

const TYPES: readonly EventType[] = ['Normal', 'Warning'];

const CHOICE_WIDTH = 120;

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
}));

/** What Kubernetes said about the cluster; kept longer than Kubernetes does. */
export default function EventsTab({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const [type, setType] = useState<EventType | ''>('');
  const [object, setObject] = useState('');
  const [text, setText] = useState('');
  const all = { value: '', label: t('events.all') } as const;
  const list = useRef<HTMLDivElement>(null);
  const objects = useObjects(cluster.id, object);
  const query = useEvents(cluster.id, {
    limit: EVENTS_ON_A_PAGE,
    ...(type && { type }),
    ...(object && { object }),
    ...(text && { text }),
  });
  return (
    <InfoCard title={t('events.title')}>
      <div className={classes.filters}>
        <SelectField<EventType | ''>
          label={t('events.type')}
          minWidth={CHOICE_WIDTH}
          value={type}
          options={[
            all,
            ...TYPES.map(value => ({ value, label: t(`events.${value}`) })),
          ]}
          onChange={setType}
        />
        <SelectField
          label={t('events.object')}
          minWidth={CHOICE_WIDTH}
          value={object}
          options={[all, ...objects.map(value => ({ value, label: value }))]}
          onChange={setObject}
        />
        <SearchField
          label={t('events.search')}
          value={text}
          onChange={setText}
        />
      </div>
      <div ref={list} role="group" aria-label={t('events.title')} tabIndex={-1}>
        <AsyncContent query={query} errorTitle={t('events.error')}>
          {({ pages }) => {
            const events = pages.flatMap(page => page.items);
            return events.length > 0 ? (
              <EventTable events={events} />
            ) : (
              <Typography variant="body2">
                {t(type || object || text ? 'events.noMatch' : 'events.none')}
              </Typography>
            );
          }}
        </AsyncContent>
      </div>
      <MoreButton query={query} label={t('events.more')} list={list} />
    </InfoCard>
  );
}

/** The objects of the latest events, which the tab's title has read, and the one that is chosen. */
function useObjects(clusterId: string, chosen: string): string[] {
  const latest = useEvents(clusterId, { limit: EVENTS_ON_A_PAGE }).data;
  const objects = latest?.pages.flatMap(({ items }) =>
    items.map(({ object }) => object),
  );
  const all = new Set([...(objects ?? []), ...(chosen ? [chosen] : [])]);
  return [...all].sort((a, b) => a.localeCompare(b, 'en'));
}
