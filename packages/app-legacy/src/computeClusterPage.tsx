import { EntityLayout } from '@backstage/plugin-catalog';
import {
  EntityComputeClusterActivityContent,
  EntityComputeClusterConfigurationContent,
  EntityComputeClusterConnectionsContent,
  EntityComputeClusterDetailsContent,
  EntityComputeClusterEventsContent,
  EntityComputeClusterLogsContent,
  EntityComputeClusterUsageContent,
  useComputeClusterMenu,
} from '@compute-clusters/backstage-plugin-compute-clusters/legacy';
import type { JSX, PropsWithChildren } from 'react';

/** The layout whose menu starts and terminates the compute cluster. */
const ComputeClusterLayout = ({ children }: PropsWithChildren<{}>) => {
  const { menuItems, dialog } = useComputeClusterMenu();
  return (
    <>
      <EntityLayout UNSTABLE_extraContextMenuItems={menuItems}>
        {children}
      </EntityLayout>
      {dialog}
    </>
  );
};

/** The entity page of a compute cluster: an overview and the tabs of its own page. */
export const computeClusterPage = (overview: JSX.Element) => (
  <ComputeClusterLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-details" title="Details">
      <EntityComputeClusterDetailsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-connections" title="Connections">
      <EntityComputeClusterConnectionsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-configuration" title="Configuration">
      <EntityComputeClusterConfigurationContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-logs" title="Logs">
      <EntityComputeClusterLogsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-events" title="Kubernetes events">
      <EntityComputeClusterEventsContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-activity" title="Activity">
      <EntityComputeClusterActivityContent />
    </EntityLayout.Route>
    <EntityLayout.Route path="/cluster-usage" title="Usage">
      <EntityComputeClusterUsageContent />
    </EntityLayout.Route>
  </ComputeClusterLayout>
);
