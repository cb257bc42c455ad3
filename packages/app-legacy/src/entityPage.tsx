import {
  EntityAboutCard,
  EntityDependsOnResourcesCard,
  EntityLayout,
  EntityLinksCard,
  EntitySwitch,
  isKind,
} from '@backstage/plugin-catalog';
import {
  EntityGroupProfileCard,
  EntityMembersListCard,
  EntityUserProfileCard,
} from '@backstage/plugin-org';
import {
  EntityComputeClusterCard,
  EntityDependsOnComputeClustersCard,
  EntityOwnedComputeClustersCard,
  isComputeCluster,
  mayDependOnComputeClusters,
} from '@compute-clusters/backstage-plugin-compute-clusters/legacy';
import Grid from '@material-ui/core/Grid';
import type { JSX, PropsWithChildren } from 'react';
import { computeClusterPage } from './computeClusterPage';

const Half = ({ children }: PropsWithChildren<{}>) => (
  <Grid item xs={12} md={6}>
    {children}
  </Grid>
);

const groupOverview = (
  <Grid container spacing={3} alignItems="stretch">
    <Half>
      <EntityGroupProfileCard />
    </Half>
    <Half>
      <EntityOwnedComputeClustersCard />
    </Half>
    <Half>
      <EntityMembersListCard />
    </Half>
  </Grid>
);

const userOverview = (
  <Grid container spacing={3} alignItems="stretch">
    <Half>
      <EntityUserProfileCard />
    </Half>
    <Half>
      <EntityOwnedComputeClustersCard />
    </Half>
  </Grid>
);

const overview = (
  <Grid container spacing={3} alignItems="stretch">
    <Half>
      <EntityAboutCard />
    </Half>
    <EntitySwitch>
      <EntitySwitch.Case if={isComputeCluster}>
        <Half>
          <EntityComputeClusterCard />
        </Half>
      </EntitySwitch.Case>
      <EntitySwitch.Case if={mayDependOnComputeClusters}>
        <Half>
          <EntityDependsOnComputeClustersCard />
        </Half>
      </EntitySwitch.Case>
    </EntitySwitch>
    <Half>
      <EntityLinksCard />
    </Half>
    <Half>
      <EntityDependsOnResourcesCard />
    </Half>
  </Grid>
);

const pageWith = (content: JSX.Element) => (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      {content}
    </EntityLayout.Route>
  </EntityLayout>
);

/** What the page of each kind of entity shows. */
export const entityPage = (
  <EntitySwitch>
    <EntitySwitch.Case if={isComputeCluster}>
      {computeClusterPage(overview)}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('group')}>
      {pageWith(groupOverview)}
    </EntitySwitch.Case>
    <EntitySwitch.Case if={isKind('user')}>
      {pageWith(userOverview)}
    </EntitySwitch.Case>
    <EntitySwitch.Case>{pageWith(overview)}</EntitySwitch.Case>
  </EntitySwitch>
);
