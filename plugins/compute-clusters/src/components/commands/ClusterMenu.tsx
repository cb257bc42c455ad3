import { useId, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVert from '@material-ui/icons/MoreVert';
import { flushSync } from 'react-dom';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import type { ClusterCommand } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';
import { useCommandFlow } from './useCommandFlow';
import {
  MENU_ACTIONS,
  useMenuActions,
  type MenuAction,
} from './useMenuActions';

const useStyles = makeStyles({
  // A disabled entry has no tooltip: the reason stands below it.
  item: { margin: 0, maxWidth: 280, whiteSpace: 'normal' },
});

/** Actions of a cluster behind three dots; they follow its state. */
export function ClusterMenu(props: {
  cluster: ComputeCluster;
  label: string;
  /** Which of them; all if it is left out. */
  actions?: readonly MenuAction[];
}) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { cluster, label, actions = MENU_ACTIONS } = props;
  const { request, dialog } = useCommandFlow(cluster);
  const close = () => setAnchor(undefined);
  const choose = (command: ClusterCommand) => {
    // The dialog gives the focus back to what has it now: the button, once the menu is gone.
    flushSync(close);
    request(command);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        aria-controls={anchor ? id : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      {anchor && (
        <OpenMenu
          id={id}
          cluster={cluster}
          anchor={anchor}
          actions={actions}
          onChoose={choose}
          onClose={close}
        />
      )}
      {dialog}
    </>
  );
}

// Access is asked for only when the menu is open: one request for a row instead of one for each.
function OpenMenu(props: {
  id: string;
  cluster: ComputeCluster;
  anchor: HTMLElement;
  actions: readonly MenuAction[];
  onChoose: (command: ClusterCommand) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const classes = useStyles();
  const { id, anchor, actions, onClose } = props;
  const entries = useMenuActions(props.cluster, props.onChoose);
  return (
    <Menu
      id={id}
      open
      anchorEl={anchor}
      onClose={onClose}
      // Else nobody would get to the reasons by the keyboard.
      MenuListProps={{ disabledItemsFocusable: true }}
    >
      {/* Children of its own: of others, Material-UI focuses none. */}
      {entries
        .filter(({ action }) => actions.includes(action))
        .map(({ action, reason, choose }) => (
          <MenuItem key={action} disabled={!choose} onClick={choose}>
            <ListItemText
              className={classes.item}
              primary={t(`command.${action}`)}
              secondary={reason}
            />
          </MenuItem>
        ))}
    </Menu>
  );
}
