import { ManualClock } from '../clock';
import { RunLedger } from './RunLedger';

describe('RunLedger', () => {
  let clock: ManualClock;
  let ledger: RunLedger;

  beforeEach(() => {
    clock = ManualClock.create();
    ledger = RunLedger.create({ clock });
  });

  it('knows nothing of what other processes did', () => {
    expect(ledger.unconfirmed('a', 1)).toEqual([1]);
    expect(ledger.unconfirmed('a', 5)).toEqual([4, 5]);
    expect(ledger.unconfirmed('a', 0)).toEqual([]);
    expect(ledger.expects('a', 1)).toBe(false);
  });

  it('expects a Job that it created, for a while', () => {
    ledger.created('a', 2);
    expect(ledger.expects('a', 2)).toBe(true);
    expect(ledger.expects('a', 3)).toBe(false);
    clock.advance(10_000);
    expect(ledger.expects('a', 2)).toBe(false);
  });

  it('trusts the watch once it has shown the Job', () => {
    ledger.created('a', 2);
    ledger.seen('a', 2);
    expect(ledger.expects('a', 2)).toBe(false);
  });

  it('does not ask again about a Job that is gone', () => {
    ledger.created('a', 2);
    ledger.gone('a', 2);
    expect(ledger.expects('a', 2)).toBe(false);
    expect(ledger.unconfirmed('a', 3)).toEqual([3]);
  });

  it('remembers the run that it created last, however many were skipped', () => {
    ledger.created('a', 1);
    ledger.gone('a', 3);
    expect(ledger.unconfirmed('a', 4)).toEqual([1, 4]);
  });

  it('knows what was put there lately, by its kind', () => {
    ledger.applied('a', 'Secret');
    clock.advance(6_000);
    ledger.applied('a', 'Service');
    expect(ledger.appliedLately('a')).toEqual(['Secret', 'Service']);
    expect(ledger.appliedLately('b')).toEqual([]);
    clock.advance(4_000);
    expect(ledger.appliedLately('a')).toEqual(['Service']);
  });

  it('forgets a cluster that is no more', () => {
    ledger.gone('a', 1);
    ledger.forget('a');
    expect(ledger.unconfirmed('a', 1)).toEqual([1]);
  });
});
