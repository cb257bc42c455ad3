import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aClusterEntity, anEntity } from '../../__testUtils__/entities';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { mayDependOnComputeClusters } from '../../mayDependOnComputeClusters';
import { EntityDependsOnComputeClustersCard } from './EntityDependsOnComputeClustersCard';

const TABLES = anEntity('Component', 'order-tables', [
  { type: 'dependsOn', targetRef: 'resource:data-eng/etl' },
]);

const SYSTEM = anEntity('System', 'order-analytics', [
  { type: 'hasPart', targetRef: 'component:default/order-tables' },
  { type: 'hasPart', targetRef: 'resource:data-eng/nightly' },
]);

const etl = aCluster();
const nightly = aCluster({
  name: 'nightly',
  status: aStatus({ state: 'STOPPED' }),
});
const theirs = aCluster({
  name: 'theirs',
  namespace: 'ml',
  ownerRef: 'group:default/machine-learning',
});

const CATALOG = [
  TABLES,
  SYSTEM,
  aClusterEntity(etl, [
    { type: 'dependencyOf', targetRef: 'component:default/order-tables' },
  ]),
  aClusterEntity(nightly, [
    { type: 'partOf', targetRef: 'system:default/order-analytics' },
  ]),
  aClusterEntity(theirs, [
    { type: 'dependencyOf', targetRef: 'component:default/forecast' },
  ]),
];

describe('The card with the compute clusters that an entity depends on', () => {
  const show = (entity: Entity, api: FakeComputeClusters) =>
    renderLegacy(<EntityDependsOnComputeClustersCard />, api, {
      entity,
      catalog: CATALOG,
    });

  const both = () => FakeComputeClusters.create(etl, nightly);

  it('shows those of a component with their states', async () => {
    const { container } = await show(TABLES, both());
    expect(await screen.findByRole('link', { name: 'etl' })).toHaveAttribute(
      'href',
      '/compute-clusters/demo/data-eng/etl',
    );
    expect(screen.getByText('Active')).toBeVisible();
    expect(screen.queryByText('nightly')).toBeNull();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('shows the parts of a system, and what its parts depend on, by one request', async () => {
    const api = both();
    await show(SYSTEM, api);
    expect(await screen.findByRole('link', { name: 'etl' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'nightly' })).toBeVisible();
    expect(screen.getByText('Stopped')).toBeVisible();
    expect(api.queries).toEqual([{ id: [etl.id, nightly.id], limit: 50 }]);
  });

  it('names those that the caller may not see, and their owner', async () => {
    await show(anEntity('Component', 'forecast'), both());
    expect(await screen.findByRole('link', { name: /theirs/ })).toBeVisible();
    expect(
      screen.getByText('Belongs to a team that you are not in'),
    ).toBeVisible();
    expect(screen.getByText('owned by', { exact: false })).toBeVisible();
  });

  it('tells how to depend on one', async () => {
    const api = both();
    await show(anEntity('Component', 'website'), api);
    expect(
      await screen.findByText('It depends on no compute cluster.'),
    ).toBeVisible();
    expect(api.queries).toEqual([]);
  });

  it.each([
    ['a component that depends on a resource', TABLES, true],
    ['another component', anEntity('Component', 'website'), false],
    ['a system with parts', SYSTEM, true],
    ['a system without parts', anEntity('System', 'empty'), false],
    ['another kind', { ...TABLES, kind: 'API' }, false],
  ])('is for %s or not', (_name, entity, expected) => {
    expect(mayDependOnComputeClusters(entity)).toBe(expected);
  });
});
