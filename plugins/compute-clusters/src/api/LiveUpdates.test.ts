import { QueryObserver } from '@tanstack/react-query';
import { waitFor } from '@testing-library/react';
import { FakeSignals } from '../__testUtils__/FakeSignals';
import { aCluster } from '../__testUtils__/fixtures';
import { ComputeClustersQueries } from './ComputeClustersQueries';
import { queryKeys } from './queryKeys';

/** A query on the screen whose answers the test gives. */
function watch(
  { client }: ComputeClustersQueries,
  queryKey: readonly unknown[],
) {
  const answers: (() => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () =>
      new Promise(resolve => {
        answers.push(() => resolve(aCluster()));
      }),
  });
  return { answers, stop: observer.subscribe(() => {}) };
}

describe('LiveUpdates', () => {
  const setUp = () => {
    const queries = ComputeClustersQueries.create({ retries: 0 });
    const signals = FakeSignals.create();
    const detach = queries.updates.attach(signals.api);
    return { queries, signals, detach };
  };

  it('refetches what a signal is about, and the lists', async () => {
    const { queries, signals, detach } = setUp();
    const cluster = aCluster();
    const list = watch(queries, queryKeys.list({}));
    const one = watch(queries, queryKeys.cluster(cluster));
    const other = watch(queries, queryKeys.cluster({ ...cluster, name: 'x' }));
    [list, one, other].forEach(({ answers }) => answers[0]());
    await waitFor(() => expect(queries.client.isFetching()).toBe(0));
    signals.publish(cluster);
    await waitFor(() => expect(list.answers).toHaveLength(2));
    await waitFor(() => expect(one.answers).toHaveLength(2));
    expect(other.answers).toHaveLength(1);
    [list, one, other].forEach(({ stop }) => stop());
    detach();
  });

  it('makes of a burst of signals one request after the other, the last after the last signal', async () => {
    const { queries, signals, detach } = setUp();
    const { answers, stop } = watch(queries, queryKeys.list({}));
    answers[0]();
    await waitFor(() => expect(queries.client.isFetching()).toBe(0));
    signals.publish(aCluster());
    signals.publish(aCluster());
    signals.publish(aCluster());
    await waitFor(() => expect(answers).toHaveLength(2));
    answers[1]();
    await waitFor(() => expect(answers).toHaveLength(3));
    answers[2]();
    await waitFor(() => expect(queries.client.isFetching()).toBe(0));
    expect(answers).toHaveLength(3);
    stop();
    detach();
  });

  it('trusts signals once one has come, until a request fails or the browser goes offline', async () => {
    const { queries, signals, detach } = setUp();
    const { updates, client } = queries;
    expect(updates.proven()).toBe(false);
    signals.publish(aCluster());
    expect(updates.proven()).toBe(true);
    await client
      .fetchQuery({
        queryKey: ['x'],
        queryFn: () => Promise.reject(new Error('gone')),
      })
      .catch(() => {});
    expect(updates.proven()).toBe(false);
    signals.publish(aCluster());
    window.dispatchEvent(new Event('offline'));
    expect(updates.proven()).toBe(false);
    detach();
  });

  it('listens once for all that want it, and no longer than they do', () => {
    const { queries, signals, detach } = setUp();
    const detachOther = queries.updates.attach(signals.api);
    expect(signals.subscribers).toBe(1);
    detach();
    expect(signals.subscribers).toBe(1);
    detachOther();
    expect(signals.subscribers).toBe(0);
  });

  it('works without signals', () => {
    const { updates } = ComputeClustersQueries.create();
    const detach = updates.attach(undefined);
    expect(updates.proven()).toBe(false);
    detach();
  });
});
