import { readFileSync } from 'node:fs';

const EVERY_MS = 250;

/** The most memory that a process had, in MiB. */
export class BackendMemory {
  private most = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /** Ends the watch and tells. */
  stop(): number {
    this.look();
    clearInterval(this.timer);
    return Math.round(this.most);
  }

  private look(): void {
    this.most = Math.max(this.most, residentMiB(this.pid));
  }
}

function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return Number(kib ?? 0) / 1024;
}
