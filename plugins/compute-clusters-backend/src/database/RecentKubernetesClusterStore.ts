import { Clock, RecentValue } from '../clock';
import {
  KubernetesClusterRecord,
  KubernetesClusterStore,
} from './KubernetesClusterStore';

/** What another backend saw shows here after so long; silence is told of after a minute. */
const MAX_AGE_MILLISECONDS = 1_000;

/** Spares the database: every cluster that is shown needs to know when its Kubernetes cluster was heard of. */
export class RecentKubernetesClusterStore implements KubernetesClusterStore {
  static create(options: {
    store: KubernetesClusterStore;
    clock: Clock;
  }): RecentKubernetesClusterStore {
    return new RecentKubernetesClusterStore(options.store, options.clock);
  }

  private readonly all: RecentValue<KubernetesClusterRecord[]>;

  private constructor(
    private readonly store: KubernetesClusterStore,
    clock: Clock,
  ) {
    this.all = RecentValue.create({
      clock,
      maxAge: MAX_AGE_MILLISECONDS,
      read: () => store.list(),
    });
  }

  async acquireLease(options: {
    name: string;
    holder: string;
    now: Date;
    duration: number;
    abandoned?: Date;
  }): Promise<boolean> {
    return await this.written(() => this.store.acquireLease(options));
  }

  async releaseLease(name: string, holder: string): Promise<void> {
    await this.written(() => this.store.releaseLease(name, holder));
  }

  async saveAnsweredAt(name: string, at: Date): Promise<void> {
    await this.written(() => this.store.saveAnsweredAt(name, at));
  }

  async list(): Promise<KubernetesClusterRecord[]> {
    return await this.all.get();
  }

  private async written<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } finally {
      this.all.drop();
    }
  }
}
