import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aClusterEntity } from '../../__testUtils__/entities';
import { aCluster, aStatus } from '../../__testUtils__/fixtures';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { isComputeCluster } from '../../isComputeCluster';
import { EntityComputeClusterCard } from './EntityComputeClusterCard';

const ENTITY = aClusterEntity();

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

  it('shows state, executors, node types and cost, and leads to the page', async () => {
    const cluster = aCluster();
    const api = FakeComputeClusters.create(cluster);
    api.usage = { ...api.usage, currency: 'USD' };
    api.usageGroups = [
      {
        key: cluster.id,
        figures: { driverSeconds: 0, executorSeconds: 0, cost: 2120 },
      },
    ];
    const { container } = await show(api);
    expect(await screen.findByText('Active')).toBeVisible();
    expect(screen.getByText('Running 2/4')).toBeVisible();
    expect(screen.getByText('driver-small')).toBeVisible();
    expect(screen.getByText('executor-small')).toBeVisible();
    expect(await screen.findByText('$21.20')).toBeVisible();
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

  it('says why there is nothing to see', async () => {
    await show(FakeComputeClusters.create());
    expect(
      await screen.findByText(/^You do not see this compute cluster/),
    ).toBeVisible();
  });

  it('says so when the cluster goes', async () => {
    const api = FakeComputeClusters.create(aCluster());
    const { signals } = await show(api);
    await screen.findByText('Active');
    signals.publish(api.vanish('etl'), 'removed');
    expect(
      await screen.findByText(/^You do not see this compute cluster/),
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
