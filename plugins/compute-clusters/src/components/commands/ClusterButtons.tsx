import { useRef } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { commandsFor } from '../../hooks/clusterState';
import { useTexts } from '../../hooks/useTexts';
import { ClusterMenu } from './ClusterMenu';
import { LinkButtons } from './LinkButtons';
import { OperateButton } from './OperateButton';
import { useCommandFlow } from './useCommandFlow';
import { useKeptFocus } from './useKeptFocus';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** The actions of a cluster: the rarer ones behind three dots, the others as buttons. */
export function ClusterButtons({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const { request, dialog, busy } = useCommandFlow(cluster);
  const commands = commandsFor(cluster).filter(each => each !== 'delete');
  const box = useRef<HTMLDivElement>(null);
  const onPress = useKeptFocus(box, commands.join(), !dialog && !busy);
  const { name } = cluster;
  return (
    <div
      ref={box}
      role="group"
      aria-label={t('command.menu', { name })}
      tabIndex={-1}
      className={classes.root}
    >
      <LinkButtons cluster={cluster} />
      {commands.map(command => (
        <OperateButton
          key={command}
          cluster={cluster}
          variant={command === 'start' ? 'contained' : 'outlined'}
          color={command === 'start' ? 'primary' : 'default'}
          disabled={busy}
          onClick={() => {
            onPress();
            request(command);
          }}
        >
          {t(`command.${command}`)}
        </OperateButton>
      ))}
      <ClusterMenu
        cluster={cluster}
        label={t('command.more', { name })}
        actions={['clone', 'delete']}
      />
      {dialog}
    </div>
  );
}
