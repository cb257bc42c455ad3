/** An ended pod whose log is kept. */
export interface LogArchiveRecord {
  /** Of Kubernetes; a pod's log is kept once. */
  podUid: string;
  clusterId: string;
  /** Sequence of the run. */
  run: number;
  /** Name of the pod. */
  pod: string;
  component: 'driver' | 'executor';
  /** The last that was seen. */
  phase: 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Unknown';
  startedAt: Date | null;
  endedAt: Date;
  /** Of the lines, not packed. */
  bytes: number;
}

/** What the log of a driver that failed tells. */
export interface DriverFailure {
  /** Its last lines. */
  log: string;
  /** The words in it that tell why the driver failed; null if there are none. */
  cause: string | null;
}

/** A log to be kept. */
export interface NewLogArchive extends LogArchiveRecord {
  /** gzip of lines, each with its time (RFC 3339) and a space before it. */
  content: Buffer;
  /** If this pod was a driver that failed. */
  failure: DriverFailure | null;
}

/**
 * Keeps the logs of ended pods. They are what Spark and its users wrote, word for word: the properties of every cluster
 * make Spark redact secrets, and nothing here adds any.
 */
export interface LogArchiveStore {
  /**
   * Keeps a log, unless that of the pod is kept already, and what it tells of a failure with the run.
   *
   * @returns false if there is no such cluster
   */
  save(archive: NewLogArchive): Promise<boolean>;

  /** Which of these pods have their log kept. */
  listKept(podUids: string[]): Promise<Set<string>>;

  /** The ended pods of a cluster, newest first, at most 500. */
  list(clusterId: string): Promise<LogArchiveRecord[]>;

  /** The driver of a cluster that ended last, if its log is kept. */
  lastDriver(clusterId: string): Promise<LogArchiveRecord | undefined>;

  /** A log as it was kept. */
  read(clusterId: string, pod: string): Promise<Buffer | undefined>;

  /** The last lines of the last driver of a run that failed. */
  failureLogOf(clusterId: string, run: number): Promise<string | undefined>;

  /**
   * Deletes logs that were kept before `time`, at most so many.
   *
   * @returns how many there were
   */
  deleteBefore(time: Date, limit: number): Promise<number>;
}
