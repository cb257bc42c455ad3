import type { KubernetesObject } from '@kubernetes/client-node';
import { KubernetesGateway, ObjectRef } from '../../kubernetes';

/** Where a backend is killed: before a request leaves, or after Kubernetes did it and before anybody knows. */
export interface Death {
  /** Number of the request, from 1. */
  request: number;
  when: 'before' | 'after';
}

/**
 * A gateway that counts, and that dies as its backend does by SIGKILL: from then on nothing gets out and nothing comes
 * back.
 */
export class MortalGateway implements KubernetesGateway {
  requests = 0;
  dead = false;
  /** What Kubernetes answers to everything that would change something. */
  failure?: Error;
  /** Holds up what is about to be made. */
  beforeCreate: (object: KubernetesObject) => Promise<void> = async () => {};

  constructor(
    private readonly gateway: KubernetesGateway,
    private readonly death?: Death,
  ) {}

  create(object: KubernetesObject): Promise<void> {
    return this.change(async () => {
      await this.beforeCreate(object);
      await this.gateway.create(object);
    });
  }

  apply<T extends KubernetesObject>(object: T): Promise<T> {
    return this.pass(() => this.gateway.apply(object));
  }

  merge(ref: ObjectRef, changes: object): Promise<boolean> {
    return this.pass(() => this.gateway.merge(ref, changes));
  }

  read<T extends KubernetesObject>(ref: ObjectRef): Promise<T | undefined> {
    return this.pass(() => this.gateway.read<T>(ref));
  }

  delete(
    ref: ObjectRef,
    options?: { uid?: string; force?: true },
  ): Promise<boolean> {
    return this.change(() => this.gateway.delete(ref, options));
  }

  deleteAll(
    kind: { apiVersion: string; kind: string; namespace: string },
    labels: Record<string, string>,
  ): Promise<void> {
    return this.pass(() => this.gateway.deleteAll(kind, labels));
  }

  version(): Promise<string> {
    return this.gateway.version();
  }

  checkReady(): Promise<void> {
    return this.gateway.checkReady();
  }

  kill(): void {
    this.dead = true;
  }

  private async change<T>(request: () => Promise<T>): Promise<T> {
    if (this.failure) {
      throw this.failure;
    }
    return await this.pass(request);
  }

  private async pass<T>(request: () => Promise<T>): Promise<T> {
    this.requests += 1;
    const dies = this.requests === this.death?.request;
    if (this.dead || (dies && this.death?.when === 'before')) {
      return await this.die();
    }
    const answer = await request();
    return dies || this.dead ? await this.die() : answer;
  }

  private die(): Promise<never> {
    this.dead = true;
    return new Promise(() => {});
  }
}
