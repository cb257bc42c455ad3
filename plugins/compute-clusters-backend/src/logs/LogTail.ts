import { promisify } from 'util';
import { gzip } from 'zlib';

const pack = promisify(gzip);

const LINE_FEED = 10;

/** Few bytes take more space packed, many more unpacked until then. */
const LARGEST_SEGMENT = 256 * 1024;
const SEGMENTS = 8;

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
  }): LogTail {
    return new LogTail(options.maxBytes);
  }

  private readonly segmentBytes: number;
  private readonly segments: Segment[] = [];
  private segmentsBytes = 0;
  /** One piece of memory: of many small ones each would hold more than its own bytes. */
  private open = Buffer.alloc(0);

  private constructor(private readonly maxBytes: number) {
    this.segmentBytes = Math.min(
      LARGEST_SEGMENT,
      Math.ceil(maxBytes / SEGMENTS),
    );
  }

  /** What is kept, unpacked. */
  get bytes(): number {
    return this.segmentsBytes + this.open.length;
  }

  /** Adds what was written. One call must have ended before the next. */
  async append(chunk: Buffer): Promise<void> {
    for (let from = 0; from < chunk.length; from += this.segmentBytes) {
      const part = chunk.subarray(from, from + this.segmentBytes);
      this.open = Buffer.concat([this.open, part]);
      await this.closeSegment();
    }
    while (this.bytes > this.maxBytes && this.segments.length > 0) {
      this.segmentsBytes -= this.segments.shift()?.bytes ?? 0;
    }
  }

  /** All that is kept, as a gzip file; empty if there is nothing. */
  async toGzip(): Promise<Buffer> {
    const packed = this.segments.map(segment => segment.packed);
    return Buffer.concat(
      this.open.length > 0 ? [...packed, await pack(this.open)] : packed,
    );
  }

  /** Once it is large enough, at the end of a line, so that what is kept begins with one. */
  private async closeSegment(): Promise<void> {
    const { length } = this.open;
    const lines = this.open.lastIndexOf(LINE_FEED) + 1;
    const end = length >= this.maxBytes ? lines || length : lines;
    if (length < this.segmentBytes || end === 0) {
      return;
    }
    const content = this.open.subarray(0, end);
    // a copy: a part would hold the whole
    this.open = Buffer.from(this.open.subarray(end));
    this.segmentsBytes += content.length;
    this.segments.push({
      bytes: content.length,
      packed: await pack(content),
    });
  }
}
