import { LoggerService } from '@backstage/backend-plugin-api';
import { Clock } from '../clock';
import { KubernetesClusterStore } from '../database';
import { UnrenewedLease } from './UnrenewedLease';

const LEASE_MILLISECONDS = 12_000;
const RENEW_MILLISECONDS = 4_000;

/** Who waits for the lease asks often: it must have it within 15 s of the holder's end, time to sync included. */
const STANDBY_MILLISECONDS = 1_000;

/** The holder stops this long before others may begin. */
const MARGIN_MILLISECONDS = 1_000;

/** What is done only while the lease is held. Both may be called again and again. */
export interface LeasedWork {
  start(): void;
  stop(): Promise<void>;
}

export interface LeaseKeeperOptions {
  /** Of the Kubernetes cluster. */
  name: string;
  /** Names this backend. */
  holder: string;
  store: KubernetesClusterStore;
  clock: Clock;
  logger: LoggerService;
  work: LeasedWork[];
  /** When the Kubernetes cluster last answered, as the work knows; stored with each renewal. */
  answeredAt: () => Date | undefined;
}

/**
 * Sees to it that of all backends one reconciles a Kubernetes cluster. States:
 *
 * - standby: asks for the lease every second, and takes one that nobody has renewed for 12 s
 * - holding: renews it every 4 s; the work runs
 *
 * From holding back to standby it goes when the store says that another has the lease, or when no renewal got through
 * until shortly before the lease ends: then nobody knows who has it.
 */
export class LeaseKeeper {
  static create(options: LeaseKeeperOptions): LeaseKeeper {
    return new LeaseKeeper(options);
  }

  private holding = false;
  private started = false;
  private cancelTurn: (() => void) | undefined;
  private cancelExpiry: (() => void) | undefined;
  private transition: Promise<void> = Promise.resolve();
  private turn: Promise<void> = Promise.resolve();
  private readonly unrenewed = UnrenewedLease.create({
    times: LEASE_MILLISECONDS / STANDBY_MILLISECONDS,
  });

  private constructor(private readonly options: LeaseKeeperOptions) {}

  /** Whether this backend reconciles the Kubernetes cluster now. */
  get isHolder(): boolean {
    return this.holding;
  }

  start(): void {
    this.started = true;
    this.schedule(0);
  }

  /** Ends the work and gives the lease back, so that another backend need not wait for its end. */
  async stop(): Promise<void> {
    this.started = false;
    this.cancelTurn?.();
    await this.turn;
    const held = this.holding;
    this.lose();
    await this.transition;
    if (held) {
      await this.release();
    }
  }

  private schedule(milliseconds: number): void {
    this.cancelTurn = this.options.clock.after(milliseconds, () => {
      this.turn = this.takeTurn();
    });
  }

  private async takeTurn(): Promise<void> {
    const asked = this.options.clock.now();
    const acquired = await this.acquire(asked);
    await this.lookAtHolder(acquired);
    if (!this.started) {
      return;
    }
    if (acquired) {
      this.hold(asked);
      await this.saveAnsweredAt();
    } else if (acquired === false) {
      this.lose();
    }
    if (this.started) {
      this.schedule(acquired ? RENEW_MILLISECONDS : STANDBY_MILLISECONDS);
    }
  }

  /** Undefined if the store could not tell. */
  private async acquire(now: Date): Promise<boolean | undefined> {
    const { name, holder, store, logger } = this.options;
    try {
      return await store.acquireLease({
        name,
        holder,
        now,
        duration: LEASE_MILLISECONDS,
        abandoned: this.unrenewed.abandoned,
      });
    } catch (error) {
      logger.warn(`Could not ask for the lease of ${name}: ${error}`);
      return undefined;
    }
  }

  /** In standby: whether the holder still renews its lease. */
  private async lookAtHolder(acquired: boolean | undefined): Promise<void> {
    if (acquired !== false) {
      this.unrenewed.forget();
      return;
    }
    const { name, store, logger } = this.options;
    try {
      const records = await store.list();
      const record = records.find(other => other.name === name);
      this.unrenewed.note(record?.leaseExpiresAt);
    } catch (error) {
      logger.warn(`Could not read the lease of ${name}: ${error}`);
    }
  }

  private hold(asked: Date): void {
    const { clock, name, logger } = this.options;
    this.cancelExpiry?.();
    const until = asked.getTime() + LEASE_MILLISECONDS - MARGIN_MILLISECONDS;
    this.cancelExpiry = clock.after(until - clock.now().getTime(), () => {
      logger.warn(`The lease of ${name} could not be renewed in time`);
      this.lose();
    });
    if (!this.holding) {
      this.holding = true;
      logger.info(`This backend reconciles Kubernetes cluster ${name}`);
      this.change(async () => this.options.work.forEach(work => work.start()));
    }
  }

  private lose(): void {
    this.cancelExpiry?.();
    this.cancelExpiry = undefined;
    if (this.holding) {
      this.holding = false;
      this.options.logger.info(
        `This backend no longer reconciles Kubernetes cluster ${this.options.name}`,
      );
      this.change(async () => {
        await Promise.all(this.options.work.map(work => work.stop()));
      });
    }
  }

  /** One start or stop after the other. */
  private change(action: () => Promise<void>): void {
    this.transition = this.transition.then(action).catch(error => {
      this.options.logger.error(
        `Could not switch the work on ${this.options.name}`,
        error,
      );
    });
  }

  private async saveAnsweredAt(): Promise<void> {
    const { name, store, logger, answeredAt } = this.options;
    const at = answeredAt();
    if (!at) {
      return;
    }
    try {
      await store.saveAnsweredAt(name, at);
    } catch (error) {
      logger.warn(`Could not save when ${name} last answered: ${error}`);
    }
  }

  private async release(): Promise<void> {
    const { name, holder, store, logger } = this.options;
    try {
      await store.releaseLease(name, holder);
    } catch (error) {
      logger.warn(`Could not give the lease of ${name} back: ${error}`);
    }
  }
}
