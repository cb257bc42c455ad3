import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import { useAllActivity, useRuns } from '../../hooks/useClusterInsides';
import { useTexts } from '../../hooks/useTexts';
import { AsyncContent } from '../common/AsyncContent';
import { useDetailTab } from './detailTabs';
import { HappeningLine } from './HappeningLine';
import { HappeningList } from './HappeningList';
import { happenings } from './happenings';

const SHOWN = 8;

/** The latest that was done with the cluster, and what came of it. */
export function HappeningCard({ clusterId }: { clusterId: string }) {
  const t = useTexts();
  const [, setTab] = useDetailTab();
  const activity = useAllActivity(clusterId);
  const runs = useRuns(clusterId).data?.items ?? [];
  return (
    <InfoCard title={t('activity.title')}>
      <AsyncContent query={activity} errorTitle={t('activity.error')}>
        {({ pages }) => {
          const all = happenings(pages[0].items, runs);
          if (all.length === 0) {
            return (
              <Typography variant="body2">{t('activity.none')}</Typography>
            );
          }
          return (
            <HappeningList>
              {all.slice(0, SHOWN).map(each => (
                <HappeningLine key={each.key} happening={each} />
              ))}
            </HappeningList>
          );
        }}
      </AsyncContent>
      <Button size="small" onClick={() => setTab('activity')}>
        {t('happening.all')}
      </Button>
    </InfoCard>
  );
}
