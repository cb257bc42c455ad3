import { ManualClock } from '../clock/ManualClock';
import { SparkUiTicketRecord, SparkUiTicketStore } from '../database';
import { SparkUiTickets } from './SparkUiTickets';

const MINUTE = 60_000;
const USER = 'user:default/data-engineer';

/** Forgets nothing: the real one is tested on databases. */
class MemoryTickets implements SparkUiTicketStore {
  readonly records = new Map<string, SparkUiTicketRecord>();

  async add(ticket: SparkUiTicketRecord): Promise<void> {
    this.records.set(ticket.hash, ticket);
  }

  async find(hash: string): Promise<SparkUiTicketRecord | undefined> {
    return this.records.get(hash);
  }
}

describe('SparkUiTickets', () => {
  const setUp = () => {
    const clock = ManualClock.create();
    const store = new MemoryTickets();
    return { clock, store, tickets: SparkUiTickets.create({ clock, store }) };
  };

  it('lets in to one cluster, in the name of whoever got it', async () => {
    const { tickets } = setUp();
    const ticket = await tickets.issue('a', USER);
    expect(await tickets.find(ticket, 'a')).toEqual({
      clusterId: 'a',
      user: USER,
      fresh: true,
    });
    expect(await tickets.find(ticket, 'b')).toBeUndefined();
    expect(await tickets.find('guess', 'a')).toBeUndefined();
  });

  it('is replaced with the next page after half an hour', async () => {
    const { tickets, clock } = setUp();
    const ticket = await tickets.issue('a', USER);
    clock.advance(30 * MINUTE);
    expect(await tickets.find(ticket, 'a')).toMatchObject({ fresh: false });
  });

  it('is stored as a hash', async () => {
    const { tickets, store } = setUp();
    const ticket = await tickets.issue('a', USER);
    const [record] = store.records.values();
    expect(JSON.stringify(record)).not.toContain(ticket);
    expect(await tickets.issue('a', USER)).not.toBe(ticket);
  });
});
