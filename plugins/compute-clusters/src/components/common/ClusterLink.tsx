import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import type { ClusterLocation } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { makeStyles } from '@material-ui/core/styles';
import { clusterRouteRef } from '../../routes';

const useStyles = makeStyles({
  // Not a part of the text around it, from which its colour alone would not set it apart.
  link: { display: 'inline-block' },
});

/** A cluster's name, leading to its page. */
export function ClusterLink({ cluster }: { cluster: ClusterLocation }) {
  const { kubernetesCluster, namespace, name } = cluster;
  const classes = useStyles();
  const href = useRouteRef(clusterRouteRef);
  return (
    <Link
      to={href({ kubernetesCluster, namespace, name })}
      className={classes.link}
    >
      {name}
    </Link>
  );
}
