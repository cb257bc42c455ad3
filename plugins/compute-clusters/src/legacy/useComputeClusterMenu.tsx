import { useState, type JSX } from 'react';
import type { IconComponent } from '@backstage/core-plugin-api';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import StopIcon from '@material-ui/icons/Stop';
import {
  LazyTerminateDialog,
  useEntityCommands,
} from '../components/EntityMenu';
import { useTexts } from '../hooks/useTexts';

/**
 * What a compute cluster adds to the menu of its entity page.
 *
 * @public
 */
export interface ComputeClusterMenu {
  /** For `UNSTABLE_extraContextMenuItems` of `EntityLayout`: only what can be done now. */
  menuItems: { title: string; Icon: IconComponent; onClick: () => void }[];
  /** To be rendered beside the layout: the question before a termination. */
  dialog: JSX.Element | null;
}

/**
 * Start and Terminate for the menu of a compute cluster's entity page.
 *
 * @public
 */
export function useComputeClusterMenu(): ComputeClusterMenu {
  const t = useTexts();
  const { cluster, offers, start } = useEntityCommands();
  const [asking, setAsking] = useState(false);
  const menuItems = [];
  if (offers('start')) {
    menuItems.push({
      title: t('entity.start'),
      Icon: PlayArrowIcon,
      onClick: start,
    });
  }
  if (offers('terminate')) {
    menuItems.push({
      title: t('entity.terminate'),
      Icon: StopIcon,
      onClick: () => setAsking(true),
    });
  }
  const dialog =
    asking && cluster ? (
      <LazyTerminateDialog cluster={cluster} onClose={() => setAsking(false)} />
    ) : null;
  return { menuItems, dialog };
}
