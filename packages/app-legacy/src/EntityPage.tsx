import {
  EntityAboutCard,
  EntityDependsOnResourcesCard,
  EntityLayout,
  EntityLinksCard,
  EntitySwitch,
  isKind,
  isResourceType,
} from '@backstage/plugin-catalog';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import {
  EntityComputeClusterCard,
  EntityOwnedComputeClustersCard,
} from '@compute-clusters/backstage-plugin-compute-clusters/legacy';
import Grid from '@material-ui/core/Grid';
import type { PropsWithChildren } from 'react';

const Half = ({ children }: PropsWithChildren<{}>) => (
  <Grid item xs={12} md={6}>
    {children}
  </Grid>
);

const overview = (
  <Grid container spacing={3} alignItems="stretch">
    <EntitySwitch>
      <EntitySwitch.Case if={isKind('group')}>
        <Half>
          <EntityGroupProfileCard />
        </Half>
        <Half>
          <EntityOwnedComputeClustersCard />
        </Half>
        <Half>
          <EntityMembersListCard />
        </Half>
      </EntitySwitch.Case>
      <EntitySwitch.Case if={isKind('user')}>
        <Half>
          <EntityUserProfileCard />
        </Half>
        <Half>
          <EntityOwnedComputeClustersCard />
        </Half>
      </EntitySwitch.Case>
      <EntitySwitch.Case>
        <Half>
          <EntityAboutCard />
        </Half>
        <EntitySwitch>
          <EntitySwitch.Case if={isResourceType('compute-cluster')}>
            <Half>
              <EntityComputeClusterCard />
            </Half>
          </EntitySwitch.Case>
        </EntitySwitch>
        <Half>
          <EntityLinksCard />
        </Half>
        <Half>
          <EntityDependsOnResourcesCard />
        </Half>
      </EntitySwitch.Case>
    </EntitySwitch>
  </Grid>
);

/** What the page of each kind of entity shows. */
export const EntityPage = () => (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {overview}
    </EntityLayout.Route>
  </EntityLayout>
);
