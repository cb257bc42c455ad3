/** What the portal knows of one Kubernetes cluster, shared by all backends. */
export interface KubernetesClusterRecord {
  name: string;
  /** The backend that reconciles it, while the lease has not run out. */
  leaseHolder: string | null;
  leaseExpiresAt: Date | null;
  /** When it last answered any request or watch. */
  answeredAt: Date | null;
}

/** Leases and last sign of life of the Kubernetes clusters. One row each. */
export interface KubernetesClusterStore {
  /**
   * Takes or renews the lease by a conditional update.
   *
   * @returns whether `holder` holds it now
   */
  acquireLease(options: {
    name: string;
    holder: string;
    now: Date;
    /** Milliseconds. */
    duration: number;
    /** A lease that ends then is free, whatever time it is: its holder is gone. */
    abandoned?: Date;
  }): Promise<boolean>;

  /** Gives the lease back, if `holder` still has it. */
  releaseLease(name: string, holder: string): Promise<void>;

  /** Remembers that the Kubernetes cluster answered at this time. */
  saveAnsweredAt(name: string, at: Date): Promise<void>;

  list(): Promise<KubernetesClusterRecord[]>;
}
