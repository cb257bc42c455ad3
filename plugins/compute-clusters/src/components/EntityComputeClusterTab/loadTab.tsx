import type { ComponentType, JSX } from 'react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';

type Tab = ComponentType<{ cluster: ComputeCluster }>;

/** Each tab of a compute cluster's page is a chunk of its own, which entity pages share with it. */
const TABS = {
  Details: async (): Promise<Tab> =>
    (await import('../DetailPage/DetailsTab')).DetailsTab,
  Connections: async (): Promise<Tab> =>
    (await import('../DetailPage/tabs/connections/ConnectionsTab')).default,
  Configuration: async (): Promise<Tab> =>
    (await import('../DetailPage/tabs/ConfigurationTab')).default,
  Logs: async (): Promise<Tab> =>
    (await import('../DetailPage/tabs/LogsTab')).default,
  Events: async (): Promise<Tab> =>
    (await import('../DetailPage/tabs/EventsTab')).default,
  Activity: async (): Promise<Tab> =>
    (await import('../DetailPage/tabs/ActivityTab')).default,
  Usage: async (): Promise<Tab> =>
    (await import('../DetailPage/tabs/UsageTab')).default,
};

/** A tab that an entity page can show. */
export type TabName = keyof typeof TABS;

/** The component that shows a tab of the compute cluster that an entity stands for. */
export async function loadTab(name: TabName): Promise<() => JSX.Element> {
  const [{ EntityComputeClusterTab }, tab] = await Promise.all([
    import('./EntityComputeClusterTab'),
    TABS[name](),
  ]);
  const EntityTab = () => <EntityComputeClusterTab tab={tab} />;
  return EntityTab;
}
