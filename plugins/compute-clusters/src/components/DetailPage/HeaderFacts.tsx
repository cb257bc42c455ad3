import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ComputeCluster } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { useFormats } from '../../hooks/useFormats';
import { useNodeTypes } from '../../hooks/useReferenceData';
import { useTexts } from '../../hooks/useTexts';
import { AutomaticStopNote } from './AutomaticStopNote';
import { costNow } from './costNow';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    color: theme.palette.text.secondary,
    '& li:not(:last-child)::after': { content: '"·"', margin: '0 0.5em' },
  },
}));

/** Where the cluster is, whose, what it costs now, and when it stops by itself. */
export function HeaderFacts({ cluster }: { cluster: ComputeCluster }) {
  const t = useTexts();
  const classes = useStyles();
  const { ownerRef, namespace, kubernetesCluster, status } = cluster;
  const cost = useCostText(cluster);
  return (
    <Typography variant="body2" component="ul" className={classes.root}>
      <li>{t('detail.place', { namespace, kubernetesCluster })}</li>
      {ownerRef && (
        <li>
          {t('detail.ownedBy')} <EntityRefLink entityRef={ownerRef} />
        </li>
      )}
      {cost && <li>{cost}</li>}
      {status.automaticStop && (
        <li>
          <AutomaticStopNote cluster={cluster} stop={status.automaticStop} />
        </li>
      )}
    </Typography>
  );
}

function useCostText(cluster: ComputeCluster): string | undefined {
  const t = useTexts();
  const { money } = useFormats();
  const nodeTypes = useNodeTypes().data ?? [];
  // What is not known now costs nobody knows what now.
  const cost =
    cluster.status.state === 'UNKNOWN'
      ? undefined
      : costNow(cluster, nodeTypes);
  return (
    cost && t('header.costNow', { price: money(cost.amount, cost.currency) })
  );
}
