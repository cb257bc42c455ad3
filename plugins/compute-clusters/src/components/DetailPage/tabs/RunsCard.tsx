import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import type { RunDetails } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useRuns } from '../../../hooks/useClusterInsides';
import { useFormats } from '../../../hooks/useFormats';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { LogExcerpt } from '../../common/LogExcerpt';
import { RelativeTime } from '../../common/RelativeTime';
import { SimpleTable } from '../../common/SimpleTable';
import { useReasonText } from '../../common/useReasonText';
import { UserName } from '../../common/UserName';

/** Each start of the cluster: who, when, how long, how it ended, what it cost. */
export function RunsCard({ clusterId }: { clusterId: string }) {
  const t = useTexts();
  const query = useRuns(clusterId);
  return (
    <InfoCard title={t('runs.title')}>
      <AsyncContent query={query} errorTitle={t('runs.error')}>
        {({ items }) =>
          items.length > 0 ? (
            <RunsTable runs={items} />
          ) : (
            <Typography variant="body2">{t('runs.none')}</Typography>
          )
        }
      </AsyncContent>
    </InfoCard>
  );
}

function RunsTable({ runs }: { runs: RunDetails[] }) {
  const t = useTexts();
  const { duration, money } = useFormats();
  return (
    <SimpleTable
      label={t('runs.title')}
      head={[
        t('runs.number'),
        t('runs.startedBy'),
        t('runs.started'),
        t('runs.ready'),
        t('runs.duration'),
        t('runs.end'),
        t('runs.cost'),
      ]}
      rows={runs.map(run => ({
        key: run.id,
        cells: [
          run.sequence,
          <UserName key="user" name={run.requestedBy} />,
          <RelativeTime key="started" time={run.startedAt} />,
          duration(run.startedAt, run.readyAt),
          duration(run.readyAt, run.endedAt),
          <RunEnd key="end" run={run} />,
          run.cost ? money(run.cost.amount, run.cost.currency) : '–',
        ],
      }))}
    />
  );
}

function RunEnd({ run }: { run: RunDetails }) {
  const t = useTexts();
  const reasonText = useReasonText();
  const { endReason, exitCode, endedAt, failureLog } = run;
  const reason = endedAt
    ? reasonText(endReason ?? '') ?? endReason ?? '–'
    : t('runs.underWay');
  const code =
    exitCode === null ? '' : t('runs.exitCode', { code: String(exitCode) });
  return (
    <>
      {[reason, code].filter(Boolean).join(', ')}
      {failureLog && (
        <LogExcerpt title={t('runs.failureLog')} text={failureLog} />
      )}
    </>
  );
}
