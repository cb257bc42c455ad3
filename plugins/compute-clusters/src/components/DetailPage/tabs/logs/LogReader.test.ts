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
