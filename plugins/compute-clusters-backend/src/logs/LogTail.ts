import { promisify } from 'util';
import { gzip } from 'zlib';

const pack = promisify(gzip);

const LINE_FEED = 10;

interface Segment {
  /** Unpacked. */
  bytes: number;
  packed: Buffer;
}

/**
 * The last part of a log. It is packed piece by piece while it grows, so that it takes about a tenth of its size; the
 * oldest piece goes when there is too much. Concatenated, the pieces are one gzip file.
 */
export class LogTail {
  static create(options: {
    /** Most bytes to keep, unpacked. */
    maxBytes: number;
    /** How many are packed at once: few take more space packed, many take more unpacked until then. */
    segmentBytes: number;
  }): LogTail {
    return new LogTail(options.maxBytes, options.segmentBytes);
  }

  private readonly segments: Segment[] = [];
  private segmentsBytes = 0;
  private open: Buffer[] = [];
  private openBytes = 0;

  private constructor(
    private readonly maxBytes: number,
    private readonly segmentBytes: number,
  ) {}

  /** What is kept, unpacked. */
  get bytes(): number {
    return this.segmentsBytes + this.openBytes;
  }

  /** Adds what was written. One call must have ended before the next. */
  async append(chunk: Buffer): Promise<void> {
    this.open.push(chunk);
    this.openBytes += chunk.length;
    if (this.openBytes >= this.segmentBytes) {
      await this.closeSegment();
    }
  }

  /** All that is kept, as a gzip file; empty if there is nothing. */
  async toGzip(): Promise<Buffer> {
    const packed = this.segments.map(segment => segment.packed);
    const rest = Buffer.concat(this.open);
    return Buffer.concat(
      rest.length > 0 ? [...packed, await pack(rest)] : packed,
    );
  }

  /** At the end of a line, so that what is kept begins with one. */
  private async closeSegment(): Promise<void> {
    const all = Buffer.concat(this.open);
    const end = all.lastIndexOf(LINE_FEED) + 1 || all.length;
    // a copy: a slice would keep the whole
    const rest = Buffer.from(all.subarray(end));
    this.open = [rest];
    this.openBytes = rest.length;
    await this.addSegment(all.subarray(0, end));
  }

  private async addSegment(content: Buffer): Promise<void> {
    const segment = { bytes: content.length, packed: await pack(content) };
    this.segments.push(segment);
    this.segmentsBytes += segment.bytes;
    while (this.segmentsBytes > this.maxBytes && this.segments.length > 1) {
      this.segmentsBytes -= this.segments.shift()?.bytes ?? 0;
    }
  }
}
