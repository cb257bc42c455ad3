import { useId, useState } from 'react';
import IconButton from '@material-ui/core/IconButton';
import ListItemText from '@material-ui/core/ListItemText';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVert from '@material-ui/icons/MoreVert';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor, type ClusterCommand } from '../../hooks/clusterState';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useClusterLinks } from '../../hooks/useClusterLinks';
import { useTexts } from '../../hooks/useTexts';
import { useCommandFlow } from './useCommandFlow';

const useStyles = makeStyles({
  // A disabled entry has no tooltip: the reason stands below it.
  item: { margin: 0, maxWidth: 280, whiteSpace: 'normal' },
});

/** The actions of a cluster behind three dots; they follow its state. */
export function ClusterMenu({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const { request, dialog } = useCommandFlow(cluster);
  const choose = (command: ClusterCommand) => {
    // The dialog gives the focus back to what has it now: the button, once the menu is gone.
    flushSync(() => setAnchor(undefined));
    request(command);
  };
  return (
    <>
      <IconButton
        size="small"
        aria-label={t('command.menu', { name: cluster.name })}
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
          onChoose={choose}
          onClose={() => setAnchor(undefined)}
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
  onChoose: (command: ClusterCommand) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const { id, anchor, onClose } = props;
  const items = useItems(props);
  return (
    <Menu id={id} open anchorEl={anchor} onClose={onClose}>
      {/* Children of its own: of others, Material-UI focuses none. */}
      {items.length > 0 ? (
        items
      ) : (
        <MenuItem disabled>{t('command.none')}</MenuItem>
      )}
    </Menu>
  );
}

function useItems(props: {
  cluster: ComputeCluster;
  onChoose: (command: ClusterCommand) => void;
}) {
  const { cluster, onChoose } = props;
  const t = useTexts();
  const classes = useStyles();
  const navigate = useNavigate();
  const access = useClusterAccess(cluster);
  const links = useClusterLinks(cluster);
  const commands = commandsFor(cluster);
  if (commands.length === 0) return [];
  return [
    ...commands.map(command => (
      <MenuItem
        key={command}
        disabled={command === 'delete' ? !access.delete : !access.operate}
        onClick={() => onChoose(command)}
      >
        {t(`command.${command}`)}
      </MenuItem>
    )),
    ...links.map(({ key, to, hint, disabled }) => (
      <MenuItem key={key} disabled={disabled} onClick={() => navigate(to)}>
        <ListItemText
          className={classes.item}
          primary={t(`command.${key}`)}
          secondary={hint}
        />
      </MenuItem>
    )),
  ];
}
