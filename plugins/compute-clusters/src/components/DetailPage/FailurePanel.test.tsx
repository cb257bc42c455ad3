import { act, screen } from '@testing-library/react';
import { FakeComputeClusters } from '../../__testUtils__/FakeComputeClusters';
import { aCluster, aRun } from '../../__testUtils__/fixtures';
import { renderPortal } from '../../__testUtils__/renderPortal';

describe('What is kept of a run that failed', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  });
  afterEach(() => jest.useRealTimers());

  it('shows up in a portal without signals, too', async () => {
    const api = FakeComputeClusters.create(aCluster());
    api.runs = [aRun()];
    renderPortal('/compute-clusters/demo/data-eng/etl', api);
    expect(
      await screen.findByText('run 1 was ready after 1 min'),
    ).toBeVisible();
    api.observe('etl', { state: 'FAILED', reason: 'DriverExited' });
    api.runs = [aRun({ exitCode: 3, failureLog: 'java.lang.Oops' })];
    api.activities = [
      {
        id: '1',
        action: 'restart',
        user: 'user:default/data-engineer',
        at: new Date(),
        message: '',
      },
    ];
    await act(() => jest.advanceTimersByTimeAsync(16_000));
    expect(screen.getByText('java.lang.Oops')).toBeInTheDocument();
    expect(screen.getByText(/exit code 3/)).toBeVisible();
    expect(screen.getByText(/restarted by/)).toBeVisible();
  });
});
