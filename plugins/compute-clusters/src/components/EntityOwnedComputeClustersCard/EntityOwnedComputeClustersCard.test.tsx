import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { EntityOwnedComputeClustersCard } from './EntityOwnedComputeClustersCard';

const GROUP: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'data-engineering' },
};

const USER: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'data-engineer' },
  relations: [
    { type: 'memberOf', targetRef: 'group:default/data-engineering' },
  ],
};

const show = (api: FakeComputeClusters, entity: Entity) =>
  renderLegacy(<EntityOwnedComputeClustersCard />, api, { entity });

describe('The card with the compute clusters of a team or person', () => {
  it.each([
    ['group', GROUP, ['group:default/data-engineering']],
    [
      'user',
      USER,
      ['user:default/data-engineer', 'group:default/data-engineering'],
    ],
  ])(
    'shows the clusters of a %s with their states',
    async (_kind, entity, owner) => {
      const api = FakeComputeClusters.create(
        aCluster(),
        aCluster({ name: 'nightly', status: aStatus({ state: 'FAILED' }) }),
        aCluster({ name: 'theirs', ownerRef: 'group:default/ml' }),
      );
      await show(api, entity);
      expect(await screen.findByRole('link', { name: 'etl' })).toBeVisible();
      expect(screen.getByText('Failed')).toBeVisible();
      expect(screen.queryByText('theirs')).toBeNull();
      expect(api.queries[0].owner).toEqual(owner);
    },
  );

  it('leads to a new one', async () => {
    const { container } = await show(FakeComputeClusters.create(), GROUP);
    expect(await screen.findByText('No compute cluster yet.')).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'Create cluster' }),
      ).toHaveAttribute('href', '/compute-clusters/create'),
    );
    expect(await axe(container)).toHaveNoViolations();
  });
});
