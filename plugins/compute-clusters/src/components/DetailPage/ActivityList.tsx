import Typography from '@material-ui/core/Typography';
import type { Activity } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useTexts } from '../../hooks/useTexts';
import { HappeningLine } from './HappeningLine';
import { HappeningList } from './HappeningList';
import { happenings } from './happenings';

/** What people and schedules did, the newest first. */
export function ActivityList({ activities }: { activities: Activity[] }) {
  const t = useTexts();
  if (activities.length === 0) {
    return <Typography variant="body2">{t('activity.none')}</Typography>;
  }
  return (
    <HappeningList>
      {happenings(activities, []).map(each => (
        <HappeningLine key={each.key} happening={each} />
      ))}
    </HappeningList>
  );
}
