import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { isComputeCluster } from '../../isComputeCluster';
import { EntityComputeClusterCard } from './EntityComputeClusterCard';

const ENTITY: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'etl',
    namespace: 'data-eng',
    annotations: {
      'compute-clusters.backstage.io/location': 'demo/data-eng/etl',
    },
  },
  spec: { type: 'compute-cluster', owner: 'group:default/data-engineering' },
};

const show = (api: FakeComputeClusters, entity = ENTITY) =>
  renderLegacy(<EntityComputeClusterCard />, api, { entity });

describe('The overview card of a compute cluster', () => {
  it('is for entities of compute clusters', () => {
    expect(isComputeCluster(ENTITY)).toBe(true);
    expect(isComputeCluster({ ...ENTITY, kind: 'Component' })).toBe(false);
    expect(isComputeCluster({ ...ENTITY, spec: { type: 'database' } })).toBe(
      false,
    );
  });

  it('shows state, executors and node types, and leads to the page', async () => {
    const { container } = await show(FakeComputeClusters.create(aCluster()));
    expect(await screen.findByText('Active')).toBeVisible();
    expect(screen.getByText('Running 2/4')).toBeVisible();
    expect(screen.getByText('driver-small')).toBeVisible();
    expect(screen.getByText('executor-small')).toBeVisible();
    expect(screen.getByRole('link', { name: 'etl' })).toHaveAttribute(
      'href',
      '/compute-clusters/demo/data-eng/etl',
    );
    expect(
      await screen.findByRole('button', { name: 'Terminate' }),
    ).toBeVisible();
    expect(await axe(container)).toHaveNoViolations();
  });

  it('follows a signal', async () => {
    const api = FakeComputeClusters.create(
      aCluster({ status: aStatus({ state: 'STARTING' }) }),
    );
    const { signals } = await show(api);
    await screen.findByText('Starting');
    signals.publish(api.observe('etl', { state: 'ACTIVE' }));
    expect(await screen.findByText('Active')).toBeVisible();
  });

  it('says that the cluster is gone', async () => {
    await show(FakeComputeClusters.create());
    expect(
      await screen.findByText(/^This compute cluster is gone/),
    ).toBeVisible();
  });

  it('says that the annotation is missing', async () => {
    await show(FakeComputeClusters.create(), {
      ...ENTITY,
      metadata: { name: 'etl' },
    });
    expect(
      await screen.findByText(/no valid annotation compute-clusters/),
    ).toBeVisible();
  });
});
