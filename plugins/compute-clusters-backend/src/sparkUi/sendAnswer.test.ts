import express from 'express';
import { once } from 'node:events';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import { ManualClock } from '../clock/ManualClock';
import { eventually } from '../kubernetes/__testUtils__/eventually';
import { sendAnswer } from './sendAnswer';

const MINUTE = 60_000;
const CHUNK = Buffer.alloc(64 * 1024, 'x');

// 256 MiB take their time beside other tests.
jest.setTimeout(60_000);

describe('sendAnswer', () => {
  let server: http.Server;
  let clock: ManualClock;
  let controller: AbortController;
  let ended: Promise<void> | undefined;
  let taken: number;

  beforeEach(() => {
    clock = ManualClock.create();
    controller = new AbortController();
    taken = 0;
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  async function* endless() {
    for (;;) {
      taken += 1;
      yield CHUNK;
    }
  }

  const serve = async (body: AsyncIterable<Buffer>, method = 'GET') => {
    const app = express();
    app.use((_, response) => {
      const answer = { status: 200, headers: { 'x-a': ['1', '2'] }, body };
      ended = sendAnswer({ answer, response, controller, clock });
    });
    server = app.listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const request = http.request({ port, method }).end();
    const [response] = await once(request, 'response');
    return response;
  };

  const settled = async () => {
    const before = taken;
    for (let turn = 0; turn < 200; turn++) {
      await setImmediate();
    }
    return taken === before;
  };

  it('takes no more of a big answer than a slow reader reads', async () => {
    const response = await serve(endless());
    response.pause();
    while (!(await settled()));

    // what the sockets of both sides hold
    expect(taken).toBeLessThan(200);
    const before = taken;
    response.resume();
    await eventually(() => taken > before + 100);
    response.destroy();
    await ended;
    expect(controller.signal.aborted).toBe(true);
  });

  it('drops a reader who takes longer than five minutes', async () => {
    const response = await serve(endless());
    response.pause();
    await eventually(() => taken > 10);
    clock.advance(5 * MINUTE);
    await ended;
    await expect(text(response)).rejects.toThrow('aborted');
    expect(clock.pending).toBe(0);
  });

  it('cuts off what is longer than 256 MiB', async () => {
    const response = await serve(endless());
    response.resume();
    await ended;
    expect(taken * CHUNK.length).toBeLessThan(257 * 1024 * 1024);
    expect(response.complete).toBe(false);
  });

  it('sends headers alone for HEAD', async () => {
    const response = await serve(endless(), 'HEAD');
    expect(await text(response)).toBe('');
    expect(response.headers['x-a']).toBe('1, 2');
    expect(taken).toBe(0);
    await ended;
    expect(controller.signal.aborted).toBe(true);
  });
});
