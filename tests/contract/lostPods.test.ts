import {
  driverJob,
  EventRecord,
  giveUpPods,
  listEvents,
  runJobName,
} from './support/backend';
import { targets } from './support/targets';
import { Workbench } from './support/Workbench';

jest.setTimeout(120_000);

describe.each(targets)('Pods and events on %s', (_, target) => {
  let bench: Workbench;

  beforeAll(async () => {
    bench = await Workbench.start(target);
  });
  afterAll(async () => {
    await bench?.stop();
  });

  it('a pod whose node is no more hangs with its Job, and is gone once it is given up', async () => {
    const input = bench.cluster();
    const { watcher } = bench.connect(bench.target.kubeConfig);
    await watcher.start();
    const pods = () => watcher.objectsOf(input.clusterId).pods;
    await bench.gateway.create(onNode(driverJob(input), 'nowhere-at-all'));
    await bench.until('a driver pod', () => pods().length === 1);
    const [{ name, uid }] = pods();
    await bench.gateway.delete(bench.ref('Job', runJobName(input), 'batch/v1'));
    await bench.until(
      'its deletion',
      () => pods()[0]?.deletingAt !== undefined,
    );

    await giveUpPods(bench.gateway, bench.namespace, [{ pod: name, uid }]);

    await bench.until('its end', () => pods().length === 0);
  });

  it('giving up spares a pod that took the name since', async () => {
    const input = bench.cluster();
    const { watcher } = bench.connect(bench.target.kubeConfig);
    await watcher.start();
    const pods = () => watcher.objectsOf(input.clusterId).pods;
    await bench.gateway.create(driverJob(input));
    await bench.until('a driver pod', () => pods().length === 1);

    await giveUpPods(bench.gateway, bench.namespace, [
      { pod: pods()[0].name, uid: '00000000-0000-4000-8000-000000000000' },
    ]);

    const ref = bench.ref('Pod', pods()[0].name);
    const pod = await bench.gateway.read(ref);
    expect(pod?.metadata?.deletionTimestamp).toBeUndefined();
    expect(pod?.metadata?.finalizers).toHaveLength(1);
  });

  it('events are heard, and listed, whatever tells them', async () => {
    const input = bench.cluster();
    const { watcher, http } = bench.connect(bench.target.kubeConfig);
    const heard: EventRecord[] = [];
    watcher.onEvent(event => heard.push(event));
    await watcher.start();
    await bench.gateway.create(driverJob(input));
    const job = runJobName(input);
    const told = (events: EventRecord[]) =>
      new Set(
        events
          .filter(({ name }) => name.startsWith(job))
          .map(({ kind, reason }) => `${kind} ${reason}`),
      );
    // The Job controller counts in the older way, the scheduler in the newer one.
    const expected = new Set(['Job SuccessfulCreate', 'Pod FailedScheduling']);
    await bench.until('both events', () => told(heard).size >= 2);
    expect(told(heard)).toEqual(expected);

    const listed: EventRecord[] = [];
    await listEvents({
      http,
      namespaces: [],
      signal: new AbortController().signal,
      onPage: async events => {
        listed.push(...events);
      },
    });
    expect(told(listed)).toEqual(expected);
    for (const event of listed.filter(({ name }) => name.startsWith(job))) {
      expect(event).toMatchObject({
        namespace: bench.namespace,
        objectUid: expect.stringMatching(/-/),
        count: expect.any(Number),
      });
      expect(event.lastSeen).toBeGreaterThan(Date.now() - 600_000);
    }
  });
});

/** The same Job with its pods on a node, past the scheduler. */
function onNode(
  job: ReturnType<typeof driverJob>,
  nodeName: string,
): ReturnType<typeof driverJob> {
  const { template } = job.spec ?? {};
  if (template?.spec) {
    template.spec.nodeName = nodeName;
    delete template.spec.nodeSelector;
  }
  return job;
}
