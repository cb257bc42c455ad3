import type { Entity } from '@backstage/catalog-model';
import { screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { anEntity } from '../../__testUtils__/entities';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { EntityOwnedComputeClustersCard } from './EntityOwnedComputeClustersCard';

const GROUP = anEntity('Group', 'data-engineering');

const OTHER_GROUP = anEntity('Group', 'machine-learning');

const USER = anEntity('User', 'data-engineer', [
  { type: 'memberOf', targetRef: 'group:default/data-engineering' },
]);

const show = (api: FakeComputeClusters, entity: Entity) =>
  renderLegacy(<EntityOwnedComputeClustersCard />, api, { entity });

const costing = (key: string, cost: number) => ({
  key,
  figures: { driverSeconds: 0, executorSeconds: 0, cost },
});

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

  it('shows what the team and each of its clusters cost this month', async () => {
    const cluster = aCluster();
    const api = FakeComputeClusters.create(cluster);
    api.usage = { ...api.usage, currency: 'USD' };
    api.usageGroups = [
      costing(cluster.id, 21_200),
      costing('group:default/data-engineering', 25_200),
      costing('group:default/machine-learning', 1),
    ];
    const { container } = await show(api, GROUP);
    expect(await screen.findByText('$212.00')).toBeVisible();
    expect(screen.getByText('$252.00 this month')).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

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

  it('tells others that they may see none, and offers them no button', async () => {
    await show(FakeComputeClusters.create(), OTHER_GROUP);
    expect(
      await screen.findByText('No compute cluster that you may see.'),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Create cluster' })).toBeNull();
  });
});
