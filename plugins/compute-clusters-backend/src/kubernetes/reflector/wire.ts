/** What the API server sends, as far as it is read here. Times are text. */
export interface WireObject {
  kind?: string;
  metadata: WireMetadata;
  /** Of a Status. */
  code?: number;
}

export interface WireMetadata {
  name?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  ownerReferences?: object[];
}

export interface WireCondition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
}

export interface WireContainerStatus {
  name: string;
  state?: {
    waiting?: { reason?: string; message?: string };
    running?: { startedAt?: string };
    terminated?: {
      exitCode: number;
      reason?: string;
      message?: string;
      startedAt?: string | null;
      finishedAt?: string | null;
    };
  };
}

export interface WirePod extends WireObject {
  spec?: {
    nodeName?: string;
    containers?: { resources?: { requests?: Record<string, string> } }[];
  };
  status?: {
    phase?: string;
    reason?: string;
    message?: string;
    conditions?: WireCondition[];
    containerStatuses?: WireContainerStatus[];
  };
}

export interface WireJob extends WireObject {
  status?: { failed?: number; conditions?: WireCondition[] };
}

export interface WireEvent extends WireObject {
  type?: string;
  reason?: string;
  message?: string;
  involvedObject?: {
    kind?: string;
    namespace?: string;
    name?: string;
    uid?: string;
  };
  count?: number;
  firstTimestamp?: string | null;
  lastTimestamp?: string | null;
  eventTime?: string | null;
  /** Of those who count in the newer way. */
  series?: { count?: number; lastObservedTime?: string } | null;
}

/** One line of a watch. */
export interface WireWatchEvent<T extends WireObject> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  object: T;
}

/** One page of a list. */
export interface WireList<T> {
  metadata: { resourceVersion?: string; continue?: string };
  items: T[];
}
