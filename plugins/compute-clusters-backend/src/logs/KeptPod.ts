import { PodRecord } from '../kubernetes';
import { ArchiveWriter } from './ArchiveWriter';
import { DriverRing } from './DriverRing';
import { PodCapture } from './PodCapture';
import { hasLog, isEnding } from './podEnds';

export interface KeptPodOptions {
  capture: PodCapture;
  /** Undefined if the pod is not to be followed. */
  follow: () => DriverRing | undefined;
  isKept: () => Promise<boolean>;
  writer: ArchiveWriter;
  onError: (error: unknown) => void;
}

/**
 * Sees to the log of one pod. States:
 *
 * - running: a driver's log is followed
 * - taking: the pod ends, or is gone; its log is read and given to the writer, once
 */
export class KeptPod {
  static create(pod: PodRecord, options: KeptPodOptions): KeptPod {
    return new KeptPod(pod, options);
  }

  private ring: DriverRing | undefined;
  private taking: Promise<void> | undefined;

  private constructor(
    private pod: PodRecord,
    private readonly options: KeptPodOptions,
  ) {}

  /** The watch shows the pod so. */
  see(pod: PodRecord): void {
    this.pod = pod;
    this.options.capture.see(pod);
    if (!hasLog(pod)) {
      return;
    }
    if (isEnding(pod)) {
      this.take();
    } else {
      this.ring ??= this.options.follow();
    }
  }

  /** Kubernetes has the pod no more. Resolves when its log is with the writer, as far as there is one. */
  async lose(): Promise<void> {
    this.options.capture.lose();
    if (hasLog(this.pod)) {
      this.take();
    }
    await this.taking;
  }

  /** Leaves the log to whoever comes next. Resolves when nothing is under way. */
  async stop(): Promise<void> {
    this.options.capture.stop();
    await this.ring?.stop();
    await this.taking;
  }

  private take(): void {
    this.taking ??= this.takeOnce()
      .catch(error => this.options.onError(error))
      .finally(() => this.ring?.stop());
  }

  private async takeOnce(): Promise<void> {
    const { capture, isKept, writer } = this.options;
    if (await isKept()) {
      return;
    }
    const archive = await capture.take(async () => {
      await this.ring?.stop();
      return this.ring?.tail;
    });
    if (archive) {
      writer.add(archive);
    }
  }
}
