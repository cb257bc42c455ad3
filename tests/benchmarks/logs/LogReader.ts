import { get, type IncomingMessage } from 'node:http';

/** Somebody who follows a log, fast, slowly or not at all. */
export class LogReader {
  /** Opens a log and reads nothing of it yet. */
  static async open(url: string, token: string): Promise<LogReader> {
    const headers = { Authorization: `Bearer ${token}` };
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { agent: false, headers }, resolve).once('error', reject);
    });
    if (response.statusCode !== 200) {
      throw new Error(`${url}: ${response.statusCode}`);
    }
    response.pause();
    return new LogReader(response);
  }

  /** Bytes so far. */
  read = 0;

  private constructor(private readonly response: IncomingMessage) {
    // who leaves is told that the answer has not ended
    response.on('error', () => {});
  }

  /** Takes what is there, once. */
  sip(): void {
    this.read += this.response.read()?.length ?? 0;
  }

  /** Takes everything from now on, as fast as it comes. */
  drink(): void {
    this.response.on('data', chunk => {
      this.read += chunk.length;
    });
    this.response.resume();
  }

  leave(): void {
    this.response.destroy();
  }
}
