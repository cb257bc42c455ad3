import express from 'express';
import { once } from 'events';
import http from 'http';
import { AddressInfo } from 'net';
import { text } from 'stream/consumers';
import { setImmediate } from 'timers/promises';
import { ManualClock } from '../clock';
import { eventually } from '../kubernetes/__testUtils__/eventually';
import { sendText } from './sendText';

const HOUR = 60 * 60 * 1000;
const CHUNK = 'x'.repeat(64 * 1024);

describe('sendText', () => {
  let server: http.Server;
  let clock: ManualClock;
  let controller: AbortController;
  let ended: Promise<void> | undefined;

  beforeEach(() => {
    clock = ManualClock.create();
    controller = new AbortController();
    ended = undefined;
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  const serve = async (
    source: AsyncIterable<Buffer | string>,
  ): Promise<http.IncomingMessage> => {
    const app = express();
    app.get('/', (_, response) => {
      response.once('close', () => controller.abort());
      ended = sendText({ text: source, response, controller, clock });
    });
    server = app.listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const [response] = await once(http.get({ port }), 'response');
    return response;
  };

  /** Text that comes until it is aborted, as a followed log. */
  async function* following(first: string) {
    yield first;
    await once(controller.signal, 'abort');
    throw new Error('aborted');
  }

  it('sends what comes, in a form that nobody holds back', async () => {
    async function* source() {
      yield 'a\n';
      yield Buffer.from('b\n');
    }
    const response = await serve(source());

    expect(response.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    expect(await text(response)).toBe('a\nb\n');
  });

  it('takes no more than the caller reads', async () => {
    let taken = 0;
    async function* source() {
      for (; taken < 10_000; taken++) {
        yield CHUNK;
      }
    }
    const response = await serve(source());
    response.pause();
    const settled = async () => {
      const before = taken;
      for (let turn = 0; turn < 200; turn++) {
        await setImmediate();
      }
      return taken === before;
    };
    while (!(await settled()));

    // what the sockets of both sides hold
    expect(taken).toBeLessThan(200);
    const before = taken;
    response.resume();
    await eventually(() => taken > before + 100);
    response.destroy();
    await ended;
  });

  it('cuts the caller off when the text breaks off', async () => {
    async function* source() {
      yield 'a\n';
      throw new Error('broken');
    }

    await expect(text(await serve(source()))).rejects.toThrow('aborted');
    await ended;
  });

  it('aborts the text when the caller leaves', async () => {
    const response = await serve(following('a\n'));
    await once(response, 'data');
    response.destroy();

    await ended;
    expect(controller.signal.aborted).toBe(true);
  });

  it('ends after an hour', async () => {
    const response = await serve(following('a\n'));
    await once(response, 'data');
    clock.advance(HOUR);

    expect(await text(response)).toBe('');
    expect(response.complete).toBe(true);
    await ended;
    expect(clock.pending).toBe(0);
  });

  it('drops a caller after an hour who does not read', async () => {
    let taken = 0;
    async function* source() {
      for (;;) {
        taken += 1;
        yield CHUNK;
      }
    }
    const response = await serve(source());
    response.pause();
    await eventually(() => taken > 10);
    clock.advance(HOUR);

    await ended;
    await expect(text(response)).rejects.toThrow('aborted');
  });
});
