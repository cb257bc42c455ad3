import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import type { ExecutorHistory } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useExecutorHistory } from '../../hooks/useClusterInsides';
import { useFormats } from '../../hooks/useFormats';
import { useTexts } from '../../hooks/useTexts';
import { AsyncContent } from '../common/AsyncContent';
import { BarChart } from '../common/BarChart';

const MINUTE_MS = 60_000;

/** How many executors ran in the last hour. */
export function ExecutorsCard({ clusterId }: { clusterId: string }) {
  const t = useTexts();
  const query = useExecutorHistory(clusterId);
  return (
    <InfoCard title={t('executorHistory.title')}>
      <AsyncContent query={query} errorTitle={t('executorHistory.error')}>
        {history =>
          history.minutes.some(count => count > 0) ? (
            <HistoryChart history={history} />
          ) : (
            <Typography variant="body2">{t('executorHistory.none')}</Typography>
          )
        }
      </AsyncContent>
    </InfoCard>
  );
}

function HistoryChart({ history }: { history: ExecutorHistory }) {
  const t = useTexts();
  const { number, clockTime } = useFormats();
  const { from, to, minutes } = history;
  const most = Math.max(...minutes);
  const bars = minutes.map((value, minute) => {
    const at = clockTime(new Date(from.getTime() + minute * MINUTE_MS));
    return {
      key: at,
      value,
      text: t('executorHistory.minute', { time: at, number: number(value) }),
    };
  });
  return (
    <BarChart
      bars={bars}
      label={t('executorHistory.label', {
        most: number(most),
        last: number(minutes[minutes.length - 1]),
      })}
      most={t('executorHistory.most', { most: number(most) })}
      from={clockTime(from)}
      to={clockTime(to)}
    />
  );
}
