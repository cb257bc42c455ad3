import { useRouteRef } from '@backstage/frontend-plugin-api';
import { EntityIconLinkBlueprint } from '@backstage/plugin-catalog-react/alpha';
import MemoryIcon from '@material-ui/icons/Memory';
import { useEntityLocation } from '../hooks/useEntityLocation';
import { useTexts } from '../hooks/useTexts';
import { isComputeCluster } from '../isComputeCluster';
import { clusterRouteRef } from '../routes';

/** In the About card: leads to the compute cluster's own page. */
export const clusterIconLink = EntityIconLinkBlueprint.make({
  name: 'page',
  params: {
    filter: isComputeCluster,
    useProps: () => {
      const t = useTexts();
      const location = useEntityLocation();
      const href = useRouteRef(clusterRouteRef);
      return {
        label: t('entity.open'),
        icon: <MemoryIcon />,
        href: location && href?.({ ...location }),
        disabled: !location || !href,
      };
    },
  },
});
