import { useState } from 'react';
import type {
  ComputeCluster,
  PodDetails,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { usePods } from '../../../hooks/useClusterInsides';
import { useTexts } from '../../../hooks/useTexts';
import { AsyncContent } from '../../common/AsyncContent';
import { Notice } from '../../common/Notice';
import { LogControls, type LogChoice } from './logs/LogControls';
import { LogPanel } from './logs/LogPanel';
import { useLog } from './logs/useLog';

/** The logs of driver and executors, live or kept. */
export default function LogsTab({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const query = usePods(cluster.id);
  const { pod, ready } = cluster.status.driver;
  return (
    <>
      {!query.data && pod && ready && (
        <ReadAhead clusterId={cluster.id} pod={pod} />
      )}
      <AsyncContent query={query} errorTitle={t('logs.error')}>
        {({ items }) =>
          items.length > 0 ? (
            <Logs cluster={cluster} pods={items} />
          ) : (
            <Notice severity="info">
              {t('logs.noPods')}. {t('logs.noPodsHelp')}
            </Notice>
          )
        }
      </AsyncContent>
    </>
  );
}

/** Asks for the log that will show, so that it need not wait for the list of pods. */
function ReadAhead(props: { clusterId: string; pod: string }) {
  useLog({ ...props, live: true, minutes: undefined });
  return null;
}

function Logs(props: { cluster: ComputeCluster; pods: PodDetails[] }) {
  const { cluster, pods } = props;
  const [view, setView] = useState<LogChoice>({ wrap: false });
  const driver = pods.find(({ component }) => component === 'driver');
  const pod = pods.find(({ name }) => name === view.pod) ?? driver ?? pods[0];
  return (
    <LogPanel
      cluster={cluster}
      pod={pod}
      view={view}
      controls={
        <LogControls pods={pods} pod={pod} view={view} onChange={setView} />
      }
    />
  );
}
