import { InfoCard } from '@backstage/core-components';
import { useActivity } from '../../hooks/useCluster';
import { useTexts } from '../../hooks/useTexts';
import { AsyncContent } from '../common/AsyncContent';
import { ActivityList } from './ActivityList';

/** What people did with the cluster: the last 20, the newest first. */
export function ActivityCard({ clusterId }: { clusterId: string }) {
  const t = useTexts();
  const query = useActivity(clusterId);
  return (
    <InfoCard title={t('activity.title')}>
      <AsyncContent query={query} errorTitle={t('activity.error')}>
        {({ items }) => <ActivityList activities={items} />}
      </AsyncContent>
    </InfoCard>
  );
}
