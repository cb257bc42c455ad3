import { gunzipSync } from 'zlib';
import { ManualClock, SystemClock } from '../clock';
import { KubernetesHttp } from '../kubernetes/KubernetesHttp';
import { PodLogs } from '../kubernetes/PodLogs';
import { eventually } from '../kubernetes/__testUtils__/eventually';
import { ScriptedApiServer } from '../kubernetes/__testUtils__/ScriptedApiServer';
import { DriverRing, limitOpenings } from './DriverRing';

const POD = { namespace: 'data-eng', pod: 'etl', container: 'driver' };

describe('DriverRing', () => {
  let server: ScriptedApiServer;
  let http: KubernetesHttp;
  let clock: ManualClock;
  let rings: DriverRing[];

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    http = KubernetesHttp.create({
      kubeConfig: server.kubeConfig(),
      clock: new SystemClock(),
    });
    clock = ManualClock.create();
    rings = [];
  });

  afterEach(async () => {
    await Promise.all(rings.map(ring => ring.stop()));
    http.close();
    await server.stop();
  });

  const follow = (limit = limitOpenings()) => {
    const ring = DriverRing.follow({
      logs: PodLogs.create({ http }),
      pod: POD,
      clock,
      random: () => 0,
      limit,
    });
    rings.push(ring);
    return ring;
  };

  const textOf = async (ring: DriverRing) => {
    const gzip = await ring.tail?.toGzip();
    return gzip && gunzipSync(gzip).toString();
  };

  const isAsked = async (times: number) =>
    await eventually(() => server.requests.length === times);

  /** Lets the pauses between attempts pass as soon as they begin. */
  const passPauses = async (milliseconds: number) => {
    await eventually(() => clock.pending > 0);
    clock.advance(milliseconds);
  };

  it('leaves a driver alone that has just started', async () => {
    const ring = follow();
    clock.advance(29_999);
    await ring.stop();

    expect(server.requests).toEqual([]);
    expect(ring.tail).toBeUndefined();
  });

  it('follows with times, from the last thousand lines on', async () => {
    server.answer((_, response) => response.write('a\n'));
    const ring = follow();
    clock.advance(30_000);
    await eventually(() => ring.tail?.bytes === 2);

    const [{ url }] = server.requests;
    expect(url.pathname).toBe('/api/v1/namespaces/data-eng/pods/etl/log');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      container: 'driver',
      follow: 'true',
      timestamps: 'true',
      tailLines: '1000',
    });
  });

  it('keeps what came when the log breaks off, until there is more', async () => {
    server.answer((_, response) => response.write('first\n'));
    const ring = follow();
    clock.advance(30_000);
    await eventually(() => ring.tail?.bytes === 6);
    server.answer((_, response) => response.write('first\nsecond\n'));
    server.disconnect();
    await passPauses(10_000);

    await eventually(() => ring.tail?.bytes === 13);
    expect(await textOf(ring)).toBe('first\nsecond\n');
  });

  it('keeps the end of a log, and stays small', async () => {
    const line = `${'x'.repeat(99)}\n`;
    server.answer((_, response) => response.end(line.repeat(10_000)));
    const ring = follow();
    clock.advance(30_000);
    await eventually(() => clock.pending > 0);

    expect(ring.tail?.bytes).toBeLessThanOrEqual(128 * 1024);
    expect(ring.tail?.bytes).toBeGreaterThan(96 * 1024);
  });

  it('reads no more than the end of a log that is written too fast', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const chunk = line.repeat(1_000);
    let sent = 0;
    server.answer((_, response) => {
      const send = () => {
        for (let goOn = true; goOn && !response.destroyed; ) {
          sent += chunk.length;
          goOn = response.write(chunk);
        }
      };
      response.on('drain', send);
      send();
    });
    const ring = follow();
    clock.advance(30_000);
    await eventually(() => clock.pending > 0);

    expect(ring.tail?.bytes).toBeGreaterThan(96 * 1024);
    expect(sent).toBeLessThan(32 * 1024 * 1024);
    server.answer((_, response) => response.write(line));
    await passPauses(10_000);
    await eventually(() => ring.tail?.bytes === line.length);
  });

  it('gives a log up that cannot be opened four times', async () => {
    server.answer((_, response) => response.writeHead(502).end());
    const ring = follow();
    clock.advance(30_000);
    for (let attempt = 1; attempt <= 4; attempt++) {
      await isAsked(attempt);
      await passPauses(640_000);
    }

    await ring.ended;
    expect(server.requests).toHaveLength(4);
    expect(ring.tail).toBeUndefined();
  });

  it('opens eight logs at once', async () => {
    server.answer(() => {});
    const limit = limitOpenings();
    Array.from({ length: 20 }, () => follow(limit));
    clock.advance(30_000);
    await isAsked(8);
    expect(server.requests).toHaveLength(8);

    server.answer((_, response) => response.write('a\n'));
    server.disconnect();
    await isAsked(20);
    expect(limit.pendingCount).toBe(0);
  });
});
