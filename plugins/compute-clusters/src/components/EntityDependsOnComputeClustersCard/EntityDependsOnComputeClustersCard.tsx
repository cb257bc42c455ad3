import Typography from '@material-ui/core/Typography';
import { InfoCard } from '@backstage/core-components';
import { EntityRefLink, useEntity } from '@backstage/plugin-catalog-react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTexts } from '../../hooks/useTexts';
import { AsyncContent } from '../common/AsyncContent';
import { CardLine, ClusterLine, ClusterLines } from '../common/ClusterLines';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { useNeededClusters, type NeededCluster } from './useNeededClusters';

/** On the page of a Component or System: the compute clusters that it depends on, with their states. */
export function EntityDependsOnComputeClustersCard() {
  const t = useTexts();
  return (
    <ComputeClustersProvider>
      <InfoCard title={t('dependsOn.title')}>
        <Needed />
      </InfoCard>
    </ComputeClustersProvider>
  );
}

function Needed() {
  const t = useTexts();
  const { entity } = useEntity();
  const query = useNeededClusters(entity);
  return (
    <AsyncContent query={query} errorTitle={t('dependsOn.error')}>
      {({ items, totalItems }) =>
        items.length > 0 ? (
          <>
            <ClusterLines>
              {items.map(needed => (
                <NeededLine
                  key={stringifyEntityRef(needed.entity)}
                  needed={needed}
                />
              ))}
            </ClusterLines>
            {totalItems > items.length && (
              <Typography variant="body2">
                {t('dependsOn.first', {
                  shown: String(items.length),
                  total: String(totalItems),
                })}
              </Typography>
            )}
          </>
        ) : (
          <>
            <Typography variant="body1">{t('dependsOn.none')}</Typography>
            <Typography variant="body2">{t('dependsOn.noneHelp')}</Typography>
          </>
        )
      }
    </AsyncContent>
  );
}

/** What the catalog knows stays, also of a cluster that the caller may not see. */
function NeededLine({ needed }: { needed: NeededCluster }) {
  const t = useTexts();
  const { entity, cluster } = needed;
  const owner = entity.spec?.owner;
  const ownedBy = typeof owner === 'string' && (
    <>
      {t('detail.ownedBy')} <EntityRefLink entityRef={owner} />
    </>
  );
  if (cluster) return <ClusterLine cluster={cluster} extra={ownedBy} />;
  return (
    <CardLine
      name={<EntityRefLink entityRef={entity} />}
      below={entity.metadata.namespace}
      state={t('dependsOn.hidden')}
      extra={ownedBy}
    />
  );
}
