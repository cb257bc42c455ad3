import { LastingKind } from '../kubernetes/records';
import { Finding } from './reasons';

/** What Kubernetes shows of one compute cluster: only runs of which a Job or a pod is left, oldest first. */
export interface ObservedCluster {
  runs: ObservedRun[];
  /** The last driver of each run that ended, those included that are gone; oldest run first. */
  driverEnds: ObservedDriverEnd[];
  /** What it should keep through all its runs, and what is certainly not there. */
  missing: LastingKind[];
}

/** What is left of one run. */
export interface ObservedRun {
  sequence: number;
  job: ObservedJob | null;
  /** The ready driver pod, or else the newest. */
  driver: ObservedDriver | null;
  /** Driver pods so far. */
  attempts: number;
  executors: ObservedExecutors;
  /** Driver pods that nobody has asked to go. */
  liveDrivers: number;
  /** Executor pods that nobody has asked to go. */
  liveExecutors: number;
  /** Every pod that still exists, ended ones too. */
  pods: number;
  /** The pod that was asked to go first and is still there. */
  ending: ObservedEnding | null;
  /** Every pod that was asked to go and is still there. */
  terminating: ObservedEnding[];
  /** Pods whose node does not answer any more. */
  lost: ObservedPod[];
}

/** The Job of a run. */
export interface ObservedJob {
  name: string;
  uid: string;
  createdAt: number;
  deleting: boolean;
  /** Kubernetes makes no more attempts. */
  gaveUp: Finding | null;
  /** Kubernetes refuses to make the driver's pod. */
  refusal: Finding | null;
}

/** One attempt. */
export interface ObservedDriver {
  pod: string;
  createdAt: number;
  ready: boolean;
  readySince: number | null;
  /** It has ended by itself, for good or bad. */
  ended: boolean;
  /** It ended without an error, so Kubernetes makes no other attempt. */
  completed: boolean;
  finding: Finding;
}

/** The end of a driver. */
export interface ObservedDriverEnd {
  run: number;
  /** Null if Kubernetes never told it. */
  exitCode: number | null;
  at: number;
  finding: Finding;
}

/** A pod, and where it is. */
export interface ObservedPod {
  pod: string;
  uid: string;
  node: string | null;
}

/** A pod on its way out. */
export interface ObservedEnding extends ObservedPod {
  /** When Kubernetes should have it gone. */
  due: number;
}

/** Executors of a run, those that are being deleted left out. */
export interface ObservedExecutors {
  running: number;
  pending: number;
  /** What keeps the pending ones from running, if anything does. */
  waiting: Finding | null;
  /** Those that ended with a fault under the present driver, the latest first. */
  deaths: ObservedDeath[];
}

/** The end of an executor that nobody wanted to end. */
export interface ObservedDeath {
  at: number;
  finding: Finding;
}
