import { useRef } from 'react';
import Button from '@material-ui/core/Button';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor, type ClusterCommand } from '../../hooks/clusterState';
import { useClusterAccess } from '../../hooks/useClusterAccess';
import { useTexts } from '../../hooks/useTexts';
import { LinkButtons } from './LinkButtons';
import { useCommandFlow } from './useCommandFlow';
import { useKeptFocus } from './useKeptFocus';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
  },
}));

/** The actions of a cluster as buttons; what the caller may not do is disabled and says whom to ask. */
export function ClusterButtons({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const access = useClusterAccess(cluster);
  const { request, dialog, busy } = useCommandFlow(cluster);
  const commands = commandsFor(cluster);
  const box = useRef<HTMLDivElement>(null);
  const onPress = useKeptFocus(box, commands.join(), !dialog && !busy);
  const owner = cluster.ownerRef ?? t('detail.noOwner');
  return (
    <div
      ref={box}
      role="group"
      aria-label={t('command.menu', { name: cluster.name })}
      tabIndex={-1}
      className={classes.root}
    >
      <LinkButtons cluster={cluster} />
      {commands.map(command => {
        const allowed = command === 'delete' ? access.delete : access.operate;
        const refused = !allowed && !access.loading;
        return (
          <CommandButton
            key={command}
            command={command}
            hint={refused ? t('command.notAllowed', { owner }) : ''}
            disabled={!allowed || busy}
            onClick={() => {
              onPress();
              request(command);
            }}
          />
        );
      })}
      {dialog}
    </div>
  );
}

function CommandButton(props: {
  command: ClusterCommand;
  hint: string;
  disabled: boolean;
  onClick: () => void;
}) {
  const t = useTexts();
  const { command, hint, disabled, onClick } = props;
  return (
    <Tooltip title={hint}>
      <span>
        <Button
          variant={command === 'start' ? 'contained' : 'outlined'}
          color={command === 'start' ? 'primary' : 'default'}
          disabled={disabled}
          onClick={onClick}
        >
          {t(`command.${command}`)}
        </Button>
      </span>
    </Tooltip>
  );
}
