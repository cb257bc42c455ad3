import { Route, Routes } from 'react-router-dom';
import { screen } from '@testing-library/react';
import { FakeComputeClusters } from '../__testUtils__/FakeComputeClusters';
import { aCluster } from '../__testUtils__/fixtures';
import { renderLegacy } from '../__testUtils__/renderLegacy';
import { ComputeClustersPage } from './ComputeClustersPage';
import { computeClustersPlugin } from './plugin';

const open = (path: string) =>
  renderLegacy(
    <Routes>
      <Route path="/compute-clusters/*" element={<ComputeClustersPage />} />
    </Routes>,
    FakeComputeClusters.create(aCluster()),
    { path },
  );

describe('The pages in the classic frontend system', () => {
  it.each([
    ['/compute-clusters', 'link', 'etl'],
    ['/compute-clusters/create', 'textbox', 'Name'],
    ['/compute-clusters/cost', 'heading', 'Cost'],
    ['/compute-clusters/demo/data-eng/etl', 'heading', 'etl'],
    [
      '/compute-clusters/demo/data-eng/etl/configure',
      'link',
      'To the compute cluster',
    ],
  ])('shows %s', async (path, role, name) => {
    await open(path);
    expect(await screen.findByRole(role, { name })).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Compute clusters', level: 1 }),
    ).toBeVisible();
  });

  it('brings its own APIs', () => {
    expect(
      [...computeClustersPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual([
      'plugin.compute-clusters.client',
      'plugin.compute-clusters.queries',
    ]);
  });
});
