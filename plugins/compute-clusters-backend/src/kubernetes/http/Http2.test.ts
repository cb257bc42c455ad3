import { KubeConfig } from '@kubernetes/client-node';
import http2 from 'http2';
import { ManualClock } from '../../clock';
import { CERTIFICATE, CERTIFICATE_KEY } from '../__testUtils__/certificate';
import { eventually } from '../__testUtils__/eventually';
import { Http2ApiServer } from '../__testUtils__/Http2ApiServer';
import { KubernetesHttp, KubernetesRequest } from '../KubernetesHttp';

const PODS = { method: 'GET', path: '/api/v1/pods' } as const;
const WATCH = { ...PODS, query: { watch: 'true' } } as const;
const UNREACHABLE = { name: 'KubernetesError', code: 'Unreachable' };

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('KubernetesHttp that streams over HTTP/2', () => {
  let server: Http2ApiServer;
  let clock: ManualClock;
  let kubeConfig: KubeConfig;
  let http: KubernetesHttp;

  beforeEach(async () => {
    server = await Http2ApiServer.start();
    clock = ManualClock.create();
    kubeConfig = server.kubeConfig({ token: 'bearer-of-tests' });
    http = KubernetesHttp.create({ kubeConfig, clock });
  });

  afterEach(async () => {
    http.close();
    await server.stop();
  });

  const open = () => http.stream(WATCH, new AbortController());
  const ask = async (request: KubernetesRequest = PODS) =>
    textOf(await http.stream(request, new AbortController()));
  const connections = () => server.requests.map(({ connection }) => connection);

  it('leaves requests to HTTP/1.1, which costs the server less', async () => {
    await Promise.all(Array.from({ length: 500 }, () => http.request(PODS)));
    expect(server.plainRequests).toHaveLength(500);
    expect(server.requests).toEqual([]);
    expect(server.sockets.length).toBeLessThanOrEqual(64);
  });

  it('reads 500 answers at once over few connections', async () => {
    await Promise.all(Array.from({ length: 500 }, () => ask()));
    expect(server.requests).toHaveLength(500);
    expect(server.sockets.length).toBeLessThanOrEqual(8);
  });

  it('sends method, path, query, credentials and body', async () => {
    await ask({
      method: 'POST',
      path: '/api/v1/namespaces/a/pods',
      query: { fieldManager: 'us' },
      body: { contentType: 'application/json', text: '{"ä":1}' },
    });
    expect(server.requests).toEqual([
      {
        method: 'POST',
        path: '/api/v1/namespaces/a/pods?fieldManager=us',
        authorization: 'Bearer bearer-of-tests',
        body: '{"ä":1}',
        connection: 0,
      },
    ]);
  });

  it('reads an answer that is larger than any window', async () => {
    const text = 'x'.repeat(20 * 1024 * 1024);
    server.answer(stream => stream.end(text));
    expect(await ask()).toHaveLength(text.length);
  });

  it('tells a refusal by its code, with Kubernetes’ own words', async () => {
    server.answer(stream => {
      stream.respond({ ':status': 403 });
      stream.end('{"reason":"Forbidden","message":"pods is forbidden"}');
    });
    await expect(ask()).rejects.toMatchObject({
      code: 'Forbidden',
      status: 403,
      message: 'pods is forbidden',
    });
  });

  describe('watches', () => {
    it('share a session', async () => {
      server.answer(stream => stream.respond());
      await open();
      await open();
      expect(connections()).toEqual([0, 0]);
    });

    it('never fill a session, in which the next one would wait for ever', async () => {
      server.answer(stream => stream.respond());
      await Promise.all(Array.from({ length: 130 }, open));
      expect(server.sockets).toHaveLength(3);
    });

    it('do not hold up requests when nobody reads them', async () => {
      const text = 'x'.repeat(20 * 1024 * 1024);
      server.answer(stream => stream.end(text));
      await open();
      await expect(http.request(PODS)).resolves.toBe('{}');
    });

    it('end when they are aborted, and leave the session to others', async () => {
      const streams: http2.ServerHttp2Stream[] = [];
      server.answer(stream => {
        streams.push(stream);
        stream.respond();
      });
      const controller = new AbortController();
      const watch = await http.stream(WATCH, controller);
      const read = watch[Symbol.asyncIterator]().next();
      controller.abort();
      await expect(read).rejects.toMatchObject({ name: 'AbortError' });
      await eventually(() => streams[0].closed);
      await open();
      expect(connections()).toEqual([0, 0]);
    });

    it.each([
      ['its connection', () => server.sockets[0].destroy()],
      ['its session', () => server.sessions[0].destroy()],
    ])('break when the server breaks %s', async (_what, disrupt) => {
      server.answer(stream => stream.write('{}\n'));
      const chunks = (await open())[Symbol.asyncIterator]();
      await chunks.next();
      disrupt();
      await expect(chunks.next()).rejects.toThrow();
    });
  });

  describe('when the server ends the session', () => {
    beforeEach(async () => {
      await ask();
    });

    const then = (disrupt: (stream: http2.ServerHttp2Stream) => void) =>
      server.answer(stream => {
        server.answer(again => again.end('{"again":true}'));
        disrupt(stream);
      });

    it.each<[string, (stream: http2.ServerHttp2Stream) => void]>([
      ['closed the connection', () => server.sockets[0].destroy()],
      ['destroyed the session', stream => stream.session?.destroy()],
      [
        'went away because of an error',
        stream =>
          stream.session?.goaway(http2.constants.NGHTTP2_INTERNAL_ERROR),
      ],
      [
        'refused the stream',
        stream => stream.close(http2.constants.NGHTTP2_REFUSED_STREAM),
      ],
    ])('sends again once when it %s', async (_what, disrupt) => {
      then(disrupt);
      await expect(ask()).resolves.toBe('{"again":true}');
      expect(server.requests).toHaveLength(3);
    });

    it('lets a request end after a polite GOAWAY, and sends the next one elsewhere', async () => {
      then(stream => {
        stream.session?.close();
        stream.end('{"last":true}');
      });
      await expect(ask()).resolves.toBe('{"last":true}');
      await expect(ask()).resolves.toBe('{"again":true}');
      expect(connections()).toEqual([0, 0, 1]);
    });

    it('gives up after the second time', async () => {
      server.answer(stream => stream.session?.destroy());
      await expect(ask()).rejects.toMatchObject(UNREACHABLE);
      expect(server.requests).toHaveLength(3);
    });

    it('sends nothing again once it is closed itself', async () => {
      server.answer(() => http.close());
      await expect(ask()).rejects.toMatchObject(UNREACHABLE);
      expect(server.requests).toHaveLength(2);
    });
  });

  it('does not send again when a new session breaks', async () => {
    server.answer(stream => stream.session?.destroy());
    await expect(ask()).rejects.toMatchObject(UNREACHABLE);
    expect(server.requests).toHaveLength(1);
  });

  it('fails when the session breaks in the middle of an answer', async () => {
    server.answer(stream => {
      stream.write('{"kind":', () => stream.session?.destroy());
    });
    await expect(ask()).rejects.toThrow();
  });

  describe('a silent server', () => {
    it('makes a request fail after ten seconds, and the next one try elsewhere', async () => {
      server.answer(() => {});
      const answer = ask();
      await eventually(() => server.requests.length === 1);
      clock.advance(10_000);
      await expect(answer).rejects.toMatchObject({
        code: 'Unreachable',
        message: expect.stringContaining('no answer in 10 s'),
      });
      server.answer(stream => stream.end('{}'));
      await ask();
      expect(connections()).toEqual([0, 1]);
    });

    it('does not cost the session when only one answer is slow', async () => {
      server.answer((stream, path) => {
        if (path !== '/slow') {
          stream.end('{}');
        }
      });
      const slow = ask({ method: 'GET', path: '/slow' });
      await ask();
      clock.advance(10_000);
      await expect(slow).rejects.toMatchObject(UNREACHABLE);
      await ask();
      expect(server.sockets).toHaveLength(1);
    });

    it('is found out by a ping when a session is used again after a while, in time for a second attempt', async () => {
      await ask();
      server.silence();
      clock.advance(5_000);
      const answer = ask();
      await eventually(() => clock.pending === 2);
      clock.advance(4_000);
      await expect(answer).resolves.toBe('{}');
      expect(connections()).toEqual([0, 1]);
    });

    it('is not suspected when it answers the ping', async () => {
      await ask();
      clock.advance(5_000);
      server.answer(() => {});
      const answer = ask();
      await eventually(() => server.requests.length === 2);
      await eventually(() => clock.pending === 1);
      clock.advance(9_999);
      clock.advance(1);
      await expect(answer).rejects.toMatchObject(UNREACHABLE);
    });
  });

  describe('credentials', () => {
    it('takes up another token on the same session', async () => {
      await ask();
      kubeConfig.users = [{ name: 'tester', token: 'another' }];
      clock.advance(10_001);
      await ask();
      expect(server.requests.map(({ authorization }) => authorization)).toEqual(
        ['Bearer bearer-of-tests', 'Bearer another'],
      );
      expect(connections()).toEqual([0, 0]);
    });

    it('makes a new session for another certificate, and lets watches under way go on', async () => {
      const streams: http2.ServerHttp2Stream[] = [];
      server.answer((stream, path) => {
        if (path.endsWith('watch=true')) {
          streams.push(stream);
          stream.respond();
        } else {
          stream.end('{}');
        }
      });
      const watch = await open();
      await ask();
      kubeConfig.users = [
        {
          name: 'tester',
          certData: base64(CERTIFICATE),
          keyData: base64(CERTIFICATE_KEY),
        },
      ];
      clock.advance(10_001);
      await ask();
      expect(connections()).toEqual([0, 0, 1]);
      streams[0].end('still here');
      await expect(watch[Symbol.asyncIterator]().next()).resolves.toEqual({
        done: false,
        value: Buffer.from('still here'),
      });
    });

    it('sends user and password', async () => {
      kubeConfig.users = [
        { name: 'tester', username: 'ada', password: 'secret' },
      ];
      await ask();
      expect(server.requests[0].authorization).toBe(
        `Basic ${base64('ada:secret')}`,
      );
    });
  });

  it('ends what is under way when it is closed', async () => {
    server.answer(() => {});
    const answer = ask();
    await eventually(() => server.requests.length === 1);
    http.close();
    await expect(answer).rejects.toMatchObject(UNREACHABLE);
    expect(clock.pending).toBe(0);
  });

  it('is not held up by a server that accepts and then says nothing', async () => {
    server.answer(() => {});
    const controller = new AbortController();
    const watch = http.stream(WATCH, controller);
    controller.abort(new Error('stopped'));
    await expect(watch).rejects.toMatchObject({
      message: expect.stringContaining('stopped'),
    });
  });
});
