import { dialogApiRef, useApi } from '@backstage/frontend-plugin-api';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import StopIcon from '@material-ui/icons/Stop';
import {
  LazyTerminateDialog,
  useEntityCommands,
} from '../components/EntityMenu';
import { useTexts } from '../hooks/useTexts';
import { isComputeCluster } from '../isComputeCluster';

/** Starts the compute cluster. */
export const startMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'start',
  params: {
    icon: <PlayArrowIcon fontSize="small" />,
    filter: isComputeCluster,
    useProps: () => {
      const t = useTexts();
      const { offers, start } = useEntityCommands();
      return {
        title: t('entity.start'),
        disabled: !offers('start'),
        onClick: async () => {
          await start();
        },
      };
    },
  },
});

/** Terminates the compute cluster, after a question. */
export const terminateMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'terminate',
  params: {
    icon: <StopIcon fontSize="small" />,
    filter: isComputeCluster,
    useProps: () => {
      const t = useTexts();
      const dialogs = useApi(dialogApiRef);
      const { cluster, offers } = useEntityCommands();
      return {
        title: t('entity.terminate'),
        disabled: !offers('terminate'),
        onClick: () => {
          if (!cluster) return;
          dialogs.open(({ dialog }) => (
            <LazyTerminateDialog
              cluster={cluster}
              onClose={() => dialog.close()}
            />
          ));
        },
      };
    },
  },
});
