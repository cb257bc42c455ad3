import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';

/** How a backend of this suite is run. */
export interface BackendProcessOptions {
  /** What {@link bundleBackend} made. */
  file: string;
  /** Its app-config. */
  config: object;
  logFile: string;
}

interface Message {
  loaded?: boolean;
  started?: number;
}

/** A backend that lives and dies as a process of its own. */
export class BackendProcess {
  /** Begins to load one; it does nothing before {@link BackendProcess.start}. */
  static load(options: BackendProcessOptions): BackendProcess {
    const log = openSync(options.logFile, 'a');
    const child = fork(options.file, [], {
      execArgv: ['--enable-source-maps'],
      env: {
        ...process.env,
        // Jest's own value would switch the logger off.
        NODE_ENV: 'development',
        FAULTS_CONFIG: JSON.stringify(options.config),
      },
      stdio: ['ignore', log, log, 'ipc'],
    });
    return new BackendProcess(child);
  }

  private readonly loaded: Promise<Message>;
  private readonly exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.exited = once(child, 'exit');
    this.loaded = this.message(({ loaded }) => loaded !== undefined);
    // who never starts it is not told that it ended
    this.loaded.catch(() => {});
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Resolves when nothing stands between it and its start. */
  async whenLoaded(): Promise<void> {
    await this.loaded;
  }

  /**
   * Resolves when its API answers.
   *
   * @returns where that is
   */
  async start(): Promise<string> {
    await this.loaded;
    const started = this.message(message => message.started !== undefined);
    this.child.send({ start: true });
    return `http://localhost:${(await started).started}`;
  }

  /** A crash: nothing can be tidied up. Resolves when the process is gone. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }

  /** Ends in order. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.exited;
  }

  /** Moves its wall clock, as an administrator or a time server does; what it waits for is not moved. */
  jump(milliseconds: number): void {
    this.child.send({ jump: milliseconds });
  }

  /** Whether it runs. */
  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  private message(matches: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      this.child.on('message', (message: Message) => {
        if (matches(message)) {
          resolve(message);
        }
      });
      this.child.once('exit', code =>
        reject(new Error(`the backend ended with ${code}`)),
      );
    });
  }
}
