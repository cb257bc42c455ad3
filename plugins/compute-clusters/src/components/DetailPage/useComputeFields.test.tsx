import { screen } from '@testing-library/react';
import { specSchema } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

describe('The details of a running cluster', () => {
  it('show when its schedule starts and stops it', async () => {
    const spec = specSchema.parse({
      deploymentType: 'single-node',
      driver: { nodeType: 'driver-small' },
      schedule: {
        timeZone: 'Europe/Berlin',
        windows: [
          { days: ['mon', 'fri'], start: '08:00', stop: '18:00' },
          { days: ['sun'], stop: '23:30' },
        ],
      },
    });
    const api = FakeComputeClusters.create(aCluster({ spec }));
    renderPortal('/compute-clusters/demo/data-eng/etl', api);
    expect(await screen.findByText('Schedule')).toBeVisible();
    expect(
      screen.getByText('Mon, Fri: 08:00 to 18:00 (Europe/Berlin)'),
    ).toBeVisible();
    expect(
      screen.getByText('Sun: no time to 23:30 (Europe/Berlin)'),
    ).toBeVisible();
  });
});
