import { lazy, Suspense } from 'react';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useEvents } from '../../hooks/useClusterInsides';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { useTabStyles } from '../common/useTabStyles';
import { Waiting } from '../common/Waiting';
import { DETAIL_TABS, useDetailTab, type DetailTab } from './detailTabs';
import { DetailsTab } from './DetailsTab';
import { EVENTS_ON_A_PAGE } from './tabs/eventsOnAPage';

const ConnectionsTab = lazy(() => import('./tabs/connections/ConnectionsTab'));
const ConfigurationTab = lazy(() => import('./tabs/ConfigurationTab'));
const LogsTab = lazy(() => import('./tabs/LogsTab'));
const EventsTab = lazy(() => import('./tabs/EventsTab'));
const ActivityTab = lazy(() => import('./tabs/ActivityTab'));
const UsageTab = lazy(() => import('./tabs/UsageTab'));

const useStyles = makeStyles(theme => ({
  panel: { marginTop: theme.spacing(2) },
}));

/** The views of one compute cluster. Only the one that shows is loaded and read. */
export function ClusterTabs({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const tabClasses = useTabStyles();
  const [tab, setTab] = useDetailTab();
  const titleOf = useTabTitle(cluster);
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_event, next: DetailTab) => setTab(next)}
        indicatorColor="primary"
        variant="scrollable"
        scrollButtons="auto"
        aria-label={t('detail.tabs')}
      >
        {DETAIL_TABS.map(each => (
          <Tab
            key={each}
            value={each}
            classes={tabClasses}
            {...titleOf(each)}
            id={`cluster-tab-${each}`}
            aria-controls={`cluster-panel-${each}`}
          />
        ))}
      </Tabs>
      {DETAIL_TABS.map(each => (
        <div
          key={each}
          role="tabpanel"
          id={`cluster-panel-${each}`}
          aria-labelledby={`cluster-tab-${each}`}
          hidden={each !== tab}
          className={classes.panel}
        >
          {each === tab && (
            <Suspense fallback={<Waiting />}>
              <TabContent tab={tab} cluster={cluster} />
            </Suspense>
          )}
        </div>
      ))}
    </>
  );
}

function TabContent(props: { tab: DetailTab; cluster: ComputeCluster }) {
  const { tab, cluster } = props;
  switch (tab) {
    case 'connections':
      return <ConnectionsTab cluster={cluster} />;
    case 'configuration':
      return <ConfigurationTab cluster={cluster} />;
    case 'logs':
      return <LogsTab cluster={cluster} />;
    case 'events':
      return <EventsTab cluster={cluster} />;
    case 'activity':
      return <ActivityTab cluster={cluster} />;
    case 'usage':
      return <UsageTab cluster={cluster} />;
    default:
      return <DetailsTab cluster={cluster} />;
  }
}

/** The events tell how many there are, and how many of them are warnings. */
function useTabTitle({ id }: ComputeCluster) {
  const t = useTexts();
  const { number } = useFormats();
  const events = useEvents(id, { limit: EVENTS_ON_A_PAGE }).data?.pages[0];
  return (tab: DetailTab): { label: string; 'aria-label'?: string } => {
    if (tab === 'details') return { label: t('detail.details') };
    if (tab === 'activity') return { label: t('activity.tab') };
    if (tab !== 'events' || !events) return { label: t(`${tab}.title`) };
    const counts = {
      warnings: number(events.warnings),
      total: number(events.totalItems),
    };
    return {
      label: t('events.titleCount', counts),
      'aria-label': t('events.titleLabel', counts),
    };
  };
}
