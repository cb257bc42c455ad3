import { useRef } from 'react';
import Grid from '@material-ui/core/Grid';
import { InfoCard } from '@backstage/core-components';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useAllActivity } from '../../../hooks/useClusterInsides';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { MoreButton } from '../../common/MoreButton';
import { ActivityList } from '../ActivityList';
import { RunsCard } from './RunsCard';

/** What was done with the cluster, and its runs. */
export default function ActivityTab({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const query = useAllActivity(cluster.id);
  const list = useRef<HTMLDivElement>(null);
  return (
    <Grid container spacing={2}>
      <Grid item xs={12} lg={4}>
        <InfoCard title={t('activity.tab')}>
          <div
            ref={list}
            role="group"
            aria-label={t('activity.tab')}
            tabIndex={-1}
          >
            <AsyncContent query={query} errorTitle={t('activity.error')}>
              {({ pages }) => (
                <ActivityList activities={pages.flatMap(page => page.items)} />
              )}
            </AsyncContent>
          </div>
          <MoreButton query={query} label={t('activity.more')} list={list} />
        </InfoCard>
      </Grid>
      <Grid item xs={12} lg={8}>
        <RunsCard clusterId={cluster.id} />
      </Grid>
    </Grid>
  );
}
