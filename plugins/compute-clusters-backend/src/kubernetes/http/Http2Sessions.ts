import { Http2Session } from './Http2Session';
import { Answer, TransportRequest } from './TransportRequest';

/** Opens a session when there is none that takes a request; otherwise requests share. */
export class Http2Sessions {
  static create(options: {
    open: () => Http2Session;
    /** How many requests share a session. A server answers no more than 100 or so at once; the others wait. */
    perSession: number;
  }): Http2Sessions {
    return new Http2Sessions(options.open, options.perSession);
  }

  private sessions: Http2Session[] = [];
  private destroyed = false;

  private constructor(
    private readonly open: () => Http2Session,
    private readonly perSession: number,
  ) {}

  /**
   * Sends one request and resolves when its answer begins; to undefined if the server does not offer HTTP/2. A session
   * may end just when it is used. That is no failure, and everything that we send may be sent twice.
   */
  async send(request: TransportRequest): Promise<Answer | undefined> {
    const first = await this.choose().send(request);
    if (first === 'not offered' || 'answer' in first) {
      return answerOf(first);
    }
    if (this.destroyed) {
      throw first.lost;
    }
    const second = await this.choose().send(request);
    if (second !== 'not offered' && 'lost' in second) {
      throw second.lost;
    }
    return answerOf(second);
  }

  /** Lets the requests under way end, and the sessions with them. */
  close(): void {
    this.sessions.forEach(session => session.close());
  }

  /** Ends everything. */
  destroy(): void {
    this.destroyed = true;
    this.sessions.forEach(session => session.destroy());
  }

  private choose(): Http2Session {
    // those that take no more requests end by themselves
    const sessions = this.sessions.filter(({ usable }) => usable);
    const chosen =
      sessions.find(({ streams }) => streams < this.perSession) ?? this.open();
    this.sessions = sessions.includes(chosen)
      ? sessions
      : [...sessions, chosen];
    return chosen;
  }
}

function answerOf(attempt: 'not offered' | { answer: Answer }) {
  return attempt === 'not offered' ? undefined : attempt.answer;
}
