import http2 from 'http2';
import { Clock } from '../../clock';
import { beginStream, StreamRefused } from './beginStream';
import { connectHttp2, Http2Connecting } from './connectHttp2';
import { NoAnswer } from './NoAnswer';
import { TlsSettings } from './tlsSettings';
import { Answer, TransportRequest } from './TransportRequest';
import { unlessAborted } from './unlessAborted';

/** A session that has been silent for longer (ms) is asked whether it lives when it is used again. */
const QUIET = 5_000;

/** How long it may take to say so (ms): short enough for a second attempt within the time of a request. */
const PING_TIMEOUT = 4_000;

/** What became of a request. */
export type Attempt =
  | { answer: Answer }
  /** The session was at its end: the request may be sent over another one. */
  | { lost: unknown }
  /** The server does not offer HTTP/2. */
  | 'not offered';

/** One HTTP/2 session from its first byte on. Its errors are those of its requests. */
export class Http2Session {
  static open(options: {
    url: URL;
    tls: TlsSettings;
    clock: Clock;
  }): Http2Session {
    return new Http2Session(
      connectHttp2(options.url, options.tls),
      options.clock,
    );
  }

  /** How many requests have not ended. */
  streams = 0;

  private session: http2.ClientHttp2Session | undefined;
  private ended = false;
  /** How often anything was heard. */
  private signs = 0;
  private heardAt = 0;
  private cancelPing: (() => void) | undefined;

  private constructor(
    private readonly connecting: Http2Connecting,
    private readonly clock: Clock,
  ) {
    connecting.session.then(
      session => this.connected(session),
      () => this.end(),
    );
  }

  /** Whether it takes requests. */
  get usable(): boolean {
    return !this.ended && !this.session?.closed && !this.session?.destroyed;
  }

  /** @throws whatever kept the request from being answered, unless it was the session's end */
  async send(request: TransportRequest): Promise<Attempt> {
    const { signal } = request;
    const before = this.signs;
    const giveUp = () => {
      if (signal.reason instanceof NoAnswer && this.signs === before) {
        this.destroy(signal.reason);
      }
    };
    signal.addEventListener('abort', giveUp);
    try {
      return await this.attempt(request);
    } catch (error) {
      const mayRepeat = before > 0 || error instanceof StreamRefused;
      if (mayRepeat && !signal.aborted) {
        return { lost: error };
      }
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  /** Takes no more requests; those under way go on. */
  close(): void {
    this.ended = true;
    this.connecting.session.then(
      session => session?.close(),
      () => {},
    );
  }

  /** Ends everything. */
  destroy(reason?: Error): void {
    this.end();
    this.session?.destroy(reason);
    this.connecting.socket.destroy(reason);
  }

  private async attempt(request: TransportRequest): Promise<Attempt> {
    this.streams += 1;
    let begun = false;
    const closed = () => {
      this.streams -= 1;
    };
    try {
      const session =
        this.session ??
        (await unlessAborted(this.connecting.session, request.signal));
      if (!session) {
        return 'not offered';
      }
      this.askWhetherItLives(session);
      const answer = beginStream(session, request, closed);
      begun = true;
      return { answer: await this.heardWith(answer) };
    } finally {
      if (!begun) {
        closed();
      }
    }
  }

  private async heardWith(answer: Promise<Answer>): Promise<Answer> {
    const begun = await answer;
    this.heard();
    return begun;
  }

  private connected(session: http2.ClientHttp2Session | undefined): void {
    this.session = session;
    this.heardAt = this.clock.now().getTime();
    session?.once('close', () => this.end());
    if (!session) {
      this.end();
    }
  }

  private heard(): void {
    this.signs += 1;
    this.heardAt = this.clock.now().getTime();
  }

  private askWhetherItLives(session: http2.ClientHttp2Session): void {
    const silent = this.clock.now().getTime() - this.heardAt;
    if (this.cancelPing || silent < QUIET || session.destroyed) {
      return;
    }
    this.cancelPing = this.clock.after(PING_TIMEOUT, () =>
      this.destroy(new NoAnswer(PING_TIMEOUT)),
    );
    session.ping(error => {
      this.cancelPing?.();
      this.cancelPing = undefined;
      if (!error) {
        this.heard();
      }
    });
  }

  private end(): void {
    this.ended = true;
    this.cancelPing?.();
  }
}
