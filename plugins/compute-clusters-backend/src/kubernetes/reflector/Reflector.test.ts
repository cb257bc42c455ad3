import { mockServices } from '@backstage/backend-test-utils';
import http from 'http';
import { ManualClock } from '../../clock';
import { KubernetesHttp } from '../KubernetesHttp';
import { eventually } from '../__testUtils__/eventually';
import {
  ScriptedApiServer,
  ScriptedRequest,
} from '../__testUtils__/ScriptedApiServer';
import { Reflector } from './Reflector';
import { WireObject } from './wire';

interface Seen {
  uid: string;
  namespace: string;
  resourceVersion: string;
}

const line = (
  type: string,
  uid: string,
  resourceVersion: string,
  annotations = {},
) =>
  `${JSON.stringify({
    type,
    object: { metadata: { uid, resourceVersion, annotations } },
  })}\n`;

const added = (uid: string, version: string) => line('ADDED', uid, version);
const bookmark = (version: string) => line('BOOKMARK', '', version);
const endOfList = (version: string) =>
  line('BOOKMARK', '', version, { 'k8s.io/initial-events-end': 'true' });
const gone = `${JSON.stringify({
  type: 'ERROR',
  object: { kind: 'Status', code: 410, message: 'too old', metadata: {} },
})}\n`;

describe('Reflector', () => {
  let server: ScriptedApiServer;
  let clock: ManualClock;
  let client: KubernetesHttp;
  let reflector: Reflector<WireObject, Seen>;
  let told: string[];
  /** When what is gone was last there, for certain. */
  let seen: Date[];
  /** Open watches, the latest last. */
  let watches: http.ServerResponse[];

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    clock = ManualClock.create();
    told = [];
    seen = [];
    watches = [];
    client = KubernetesHttp.create({ kubeConfig: server.kubeConfig(), clock });
    reflector = Reflector.create<WireObject, Seen>({
      http: client,
      clock,
      logger: mockServices.logger.mock(),
      random: () => 0,
      path: '/api/v1/pods',
      selector: { labelSelector: 'a=b' },
      trim: ({ metadata }) => ({
        uid: metadata.uid ?? '',
        namespace: metadata.namespace ?? '',
        resourceVersion: metadata.resourceVersion ?? '',
      }),
      onUpsert: ({ uid, resourceVersion }) =>
        told.push(`put ${uid}@${resourceVersion}`),
      onDelete: ({ uid, resourceVersion }, seenAt) => {
        told.push(`delete ${uid}@${resourceVersion}`);
        seen.push(seenAt);
      },
    });
  });

  afterEach(async () => {
    await reflector.stop();
    client.close();
    await server.stop();
  });

  /** Answers each watch with these lines, and leaves it open. */
  function openWatchesWith(...answers: string[]) {
    server.answer((_, response) => {
      response.writeHead(200);
      response.write(answers[Math.min(watches.length, answers.length - 1)]);
      watches.push(response);
    });
  }

  const answeredNow = () =>
    reflector.answeredAt()?.getTime() === clock.now().getTime();

  const query = (request: ScriptedRequest) =>
    Object.fromEntries(request.url.searchParams);

  it('begins with everything there is, by one watch', async () => {
    openWatchesWith(added('a', '1') + added('b', '2') + endOfList('5'));
    await reflector.start();
    expect(reflector.synced()).toBe(true);
    expect(told).toEqual(['put a@1', 'put b@2']);
    expect(query(server.requests[0])).toEqual({
      labelSelector: 'a=b',
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: '40',
      sendInitialEvents: 'true',
      resourceVersionMatch: 'NotOlderThan',
    });
  });

  it('is not synced before the list has ended', async () => {
    openWatchesWith(added('a', '1'));
    void reflector.start();
    await eventually(() => told.length === 1);
    expect(reflector.synced()).toBe(false);
  });

  it('tells changes and deletions, even when lines and letters arrive in parts', async () => {
    openWatchesWith(endOfList('5'));
    await reflector.start();
    const bytes = Buffer.from(
      line('MODIFIED', 'ä', '6') + line('DELETED', 'ä', '7'),
    );
    for (const byte of bytes) {
      watches[0].write(Buffer.of(byte));
    }
    await eventually(() => told.length === 2);
    expect(told).toEqual(['put ä@6', 'delete ä@7']);
    expect(seen).toEqual([clock.now()]);
  });

  it('goes on at once from the last bookmark when the server ends a watch', async () => {
    openWatchesWith(endOfList('5'));
    await reflector.start();
    watches[0].write(bookmark('9'));
    clock.advance(40_000);
    watches[0].end();
    await eventually(() => watches.length === 2);
    expect(query(server.requests[1])).toMatchObject({ resourceVersion: '9' });
    expect(query(server.requests[1])).not.toHaveProperty('sendInitialEvents');
    expect(reflector.rewatches()).toBe(1);
  });

  it.each([
    ['says that the version is too old', () => watches[0].write(gone)],
    ['breaks the connection', () => server.disconnect()],
  ])(
    'lists again when the server %s, and tells differences only',
    async (_, fail) => {
      openWatchesWith(
        added('kept', '1') + added('lost', '2') + endOfList('5'),
        added('kept', '1') + added('new', '8') + endOfList('9'),
      );
      await reflector.start();
      const followedUntil = clock.now();
      told.length = 0;
      clock.advance(10_000);
      fail();
      await eventually(() => reflector.error() !== undefined);
      clock.advance(1_000);
      await eventually(() => told.length === 2);
      expect(told).toEqual(['put new@8', 'delete lost@2']);
      expect(seen).toEqual([followedUntil]);
      expect(reflector.error()).toBeUndefined();
    },
  );

  it('notices within a minute that a watch has fallen silent', async () => {
    openWatchesWith(endOfList('5'));
    await reflector.start();
    const silentSince = clock.now();
    clock.advance(50_000);
    await eventually(() => reflector.error() !== undefined);
    expect(reflector.error()?.message).toContain('silent');
    expect(reflector.answeredAt()).toEqual(silentSince);
    clock.advance(1_000);
    await eventually(() => watches.length === 2);
    expect(query(server.requests[1])).toHaveProperty('sendInitialEvents');
  });

  it('takes bookmarks as a sign of life', async () => {
    openWatchesWith(endOfList('5'));
    await reflector.start();
    for (let i = 0; i < 3; i++) {
      clock.advance(38_000);
      watches[0].write(bookmark('6'));
      await eventually(answeredNow);
    }
    expect(watches).toHaveLength(1);
  });

  it('falls back to pages where the server cannot begin a watch with what there is', async () => {
    const item = (uid: string) => ({ metadata: { uid, resourceVersion: uid } });
    server.answer(({ url }, response) => {
      const { searchParams } = url;
      if (searchParams.has('sendInitialEvents')) {
        response.writeHead(422).end('{}');
      } else if (searchParams.has('watch')) {
        response.writeHead(200).flushHeaders();
        watches.push(response);
      } else {
        const first = !searchParams.has('continue');
        response.end(
          JSON.stringify({
            metadata: { resourceVersion: '7', continue: first ? 'more' : '' },
            items: [item(first ? '1' : '2')],
          }),
        );
      }
    });
    const started = reflector.start();
    await eventually(() => reflector.error() !== undefined);
    clock.advance(1_000);
    await started;
    await eventually(() => watches.length === 1);
    expect(told).toEqual(['put 1@1', 'put 2@2']);
    expect(server.requests.slice(1).map(query)).toEqual([
      { labelSelector: 'a=b', limit: '500' },
      { labelSelector: 'a=b', limit: '500', continue: 'more' },
      expect.objectContaining({ watch: 'true', resourceVersion: '7' }),
    ]);
  });

  it.each<[string, (response: http.ServerResponse) => void]>([
    ['breaks off', response => response.destroy()],
    ['answers 500', response => response.writeHead(500).end()],
    ['ends each watch at once', response => response.end()],
  ])(
    'asks at most once a second while the server %s, and within four on return',
    async (_, fail) => {
      const times: number[] = [];
      server.answer((_request, response) => {
        times.push(clock.now().getTime());
        fail(response);
      });
      const started = reflector.start();
      // nothing but the pause is outstanding
      const paused = () => clock.pending === 1;
      for (let asked = 1; asked <= 10; asked++) {
        await eventually(() => times.length === asked && paused());
        while (paused() && asked < 10) {
          clock.advance(100);
        }
      }
      const pauses = times.slice(1).map((time, i) => time - times[i]);
      expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1_000);
      expect(Math.max(...pauses)).toBeLessThanOrEqual(4_000);
      openWatchesWith(added('a', '1') + endOfList('2'));
      clock.advance(4_000);
      await started;
      expect(told).toEqual(['put a@1']);
    },
  );

  it('goes on when a listener throws', async () => {
    told.push = () => {
      throw new Error('listener');
    };
    openWatchesWith(added('a', '1') + endOfList('5'));
    await reflector.start();
    expect(reflector.error()).toBeUndefined();
  });

  it('ends its watch and its start when it is stopped', async () => {
    openWatchesWith(added('a', '1'));
    const started = reflector.start();
    await eventually(() => told.length === 1);
    await reflector.stop();
    await started;
    await eventually(() => watches[0].destroyed);
    expect(clock.pending).toBe(0);
  });
});
