import { FakeComputeClusters } from '../../../../__testUtils__/FakeComputeClusters';
import { refusal } from '../../../../__testUtils__/refusal';
import { LogReader } from './LogReader';
import { readerOf } from './readerOf';

const ended = { clusterId: '1', pod: 'old', live: false, minutes: undefined };
const live = { clusterId: '1', pod: 'new', live: true, minutes: undefined };

/** Answers for the logs of a backend, and counts how often they are asked for. */
function answerLogs(answer: () => Promise<Response>) {
  const api = FakeComputeClusters.create();
  const signals: AbortSignal[] = [];
  const getLogs: typeof api.getLogs = (
    _id,
    _query,
    options?: { signal?: AbortSignal },
  ) => {
    if (options?.signal) signals.push(options.signal);
    return answer();
  };
  return { api: Object.assign(api, { getLogs }), signals };
}

/** A log that goes on as the test writes it. */
function openLog() {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  return {
    answer: async () => new Response(readable),
    write: (text: string) => writer.write(new TextEncoder().encode(text)),
    end: () => writer.close(),
  };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const look = (reader: LogReader) => reader.subscribe(() => {});

describe('LogReader', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  });
  afterEach(() => jest.useRealTimers());

  it('reads an ended log once, though its tab is left and opened again', async () => {
    const { api, signals } = answerLogs(async () => new Response('bye\n'));
    const reader = LogReader.create(api, ended);
    const leave = look(reader);
    await pass(0);
    leave();
    await pass(30_000);
    expect(reader.state()).toMatchObject({ text: 'bye\n', loading: false });
    look(reader);
    await pass(30_000);
    expect(reader.state()).toMatchObject({ text: 'bye\n', loading: false });
    expect(signals).toHaveLength(1);
  });

  it('goes on with a live log while nobody looks', async () => {
    const log = openLog();
    const { api, signals } = answerLogs(log.answer);
    const reader = LogReader.create(api, live);
    const leave = look(reader);
    await pass(0);
    leave();
    log.write('meanwhile\n');
    await pass(1_000);
    look(reader);
    expect(reader.state()).toMatchObject({ text: 'meanwhile\n' });
    expect(signals).toHaveLength(1);
  });

  it('lets go of a log a minute after the last look, and reads it anew', async () => {
    const { api, signals } = answerLogs(openLog().answer);
    const reader = LogReader.create(api, live);
    look(reader)();
    await pass(59_000);
    expect(signals[0].aborted).toBe(false);
    await pass(1_000);
    expect(signals[0].aborted).toBe(true);
    expect(reader.state()).toMatchObject({ text: '', loading: true });
    look(reader);
    expect(signals).toHaveLength(2);
  });

  it('asks again when a log is opened again that could not be read', async () => {
    const answers = [refusal(503, 'No'), Promise.resolve(new Response('yes'))];
    const { api } = answerLogs(async () => {
      const answer = await answers.shift();
      if (answer instanceof Response) return answer;
      throw answer;
    });
    const reader = LogReader.create(api, ended);
    const leave = look(reader);
    await pass(0);
    expect(reader.state().error?.message).toContain('503');
    leave();
    look(reader);
    await pass(0);
    expect(reader.state()).toMatchObject({ text: 'yes', error: undefined });
  });

  it('shows what comes after a live log broke off', async () => {
    const log = openLog();
    const answers = [() => Promise.reject(new Error('broken')), log.answer];
    const { api } = answerLogs(() => (answers.shift() ?? log.answer)());
    const reader = LogReader.create(api, live);
    look(reader);
    await pass(3_000);
    log.write('again\n');
    await pass(1_000);
    expect(reader.state()).toMatchObject({ text: 'again\n', error: undefined });
  });

  describe('when the stream of a live log is opened again', () => {
    const reopen = async () => {
      const next = openLog();
      const answers = [async () => new Response('one\ntwo\n'), next.answer];
      const { api } = answerLogs(() => (answers.shift() ?? next.answer)());
      const reader = LogReader.create(api, live);
      look(reader);
      await pass(3_000);
      expect(reader.state()).toMatchObject({ text: 'one\ntwo\n' });
      return { reader, next };
    };

    it('keeps what is shown until as much has come again', async () => {
      const { reader, next } = await reopen();
      next.write('one\n');
      await pass(1_000);
      expect(reader.state()).toMatchObject({ text: 'one\ntwo\n' });
      next.write('two\nthree\n');
      await pass(1_000);
      expect(reader.state()).toMatchObject({ text: 'one\ntwo\nthree\n' });
      next.write('four\n');
      await pass(1_000);
      expect(reader.state().text).toMatch(/four\n$/);
    });

    it('shows less when the stream ends with less', async () => {
      const { reader, next } = await reopen();
      next.write('new\n');
      next.end();
      await pass(1_000);
      expect(reader.state()).toMatchObject({ text: 'new\n' });
    });

    it('shows less when no more has come for a while, as of a container that began anew', async () => {
      const { reader, next } = await reopen();
      next.write('new\n');
      await pass(10_000);
      expect(reader.state()).toMatchObject({ text: 'new\n' });
      next.write('2\n');
      await pass(1_000);
      expect(reader.state()).toMatchObject({ text: 'new\n2\n' });
    });
  });

  it('asks again when it is told to', async () => {
    const answers = [refusal(403, 'No'), Promise.resolve(new Response('yes'))];
    const { api } = answerLogs(async () => {
      const answer = await answers.shift();
      if (answer instanceof Response) return answer;
      throw answer;
    });
    const reader = LogReader.create(api, ended);
    look(reader);
    await pass(0);
    expect(reader.state().error?.message).toContain('403');
    reader.retry();
    await pass(0);
    expect(reader.state()).toMatchObject({ text: 'yes', error: undefined });
  });
});

describe('readerOf', () => {
  it('keeps one reader: the next log takes its place, and its connection', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    const { api, signals } = answerLogs(openLog().answer);
    const first = readerOf(api, live);
    expect(readerOf(api, { ...live })).toBe(first);
    look(first)();
    expect(readerOf(api, { ...live, minutes: 5 })).not.toBe(first);
    await pass(0);
    expect(signals[0].aborted).toBe(true);
    jest.useRealTimers();
  });
});
