import { configApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { renderLegacy } from '../../__testUtils__/renderLegacy';
import { ComputeClustersProvider } from '../common/ComputeClustersProvider';
import { ListPage } from './ListPage';

describe('The way from the list to the documentation', () => {
  const show = async (docs?: string) => {
    const config = mockApis.config({
      data: {
        backend: { baseUrl: 'http://localhost:7007' },
        ...(docs && { computeClusters: { links: { docs } } }),
      },
    });
    await renderLegacy(
      <TestApiProvider apis={[[configApiRef, config]]}>
        <ComputeClustersProvider>
          <ListPage />
        </ComputeClustersProvider>
      </TestApiProvider>,
      FakeComputeClusters.create(),
    );
    await screen.findByText('No compute cluster yet');
  };

  it.each([
    ['/docs/default/system/compute-clusters', 'Docs', null],
    ['https://docs.example.com/spark', /^Docs.+new window/, '_blank'],
  ])('leads to %s', async (docs, name, target) => {
    await show(docs);
    const link = screen.getByRole('button', { name });
    expect(link).toHaveAttribute('href', docs);
    expect(link.getAttribute('target')).toBe(target);
  });

  it.each([
    ['nothing is configured', undefined],
    ['what is configured is no address', 'docs'],
  ])('is not there if %s', async (_, docs) => {
    await show(docs);
    expect(screen.queryByRole('button', { name: /^Docs/ })).toBeNull();
  });
});
