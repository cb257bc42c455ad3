import { useNavigate } from 'react-router-dom';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor, type ClusterCommand } from '../../hooks/clusterState';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import {
  useCloneLink,
  useConfigureLink,
  type ClusterLink,
} from '../../hooks/useClusterLinks';
import { useOwnerHint } from '../../hooks/useOwnerHint';

/** What a menu can offer, in its order. */
export const MENU_ACTIONS = [
  'start',
  'restart',
  'terminate',
  'configure',
  'clone',
  'delete',
] as const;

/** One of them. */
export type MenuAction = (typeof MENU_ACTIONS)[number];

/** An entry of the menu. */
export type MenuEntry = {
  action: MenuAction;
  /** Why it does not help now. */
  reason: string | undefined;
  /** Undefined while it cannot be chosen. */
  choose: (() => void) | undefined;
};

/** The entries that make sense in the cluster's state. */
export function useMenuActions(
  cluster: ComputeCluster,
  request: (command: ClusterCommand) => void,
): MenuEntry[] {
  const navigate = useNavigate();
  const access = useClusterAccess(cluster);
  const ownerHint = useOwnerHint(cluster);
  const commandEntry = (action: ClusterCommand): MenuEntry => {
    const allowed = action === 'delete' ? access.delete : access.operate;
    return {
      action,
      reason: allowed || access.loading ? undefined : ownerHint,
      choose: allowed ? () => request(action) : undefined,
    };
  };
  const linkEntry = (
    action: MenuAction,
    { to, reason }: ClusterLink,
  ): MenuEntry => ({
    action,
    reason,
    choose: to && !reason ? () => navigate(to) : undefined,
  });
  const entries = [
    ...commandsFor(cluster).map(commandEntry),
    linkEntry('configure', useConfigureLink(cluster)),
    linkEntry('clone', useCloneLink(cluster)),
  ];
  return MENU_ACTIONS.flatMap(each =>
    entries.filter(({ action }) => action === each),
  );
}
