import { ManualClock } from '../../clock';
import { SilenceTimer } from './SilenceTimer';

describe('SilenceTimer', () => {
  let clock: ManualClock;
  let controller: AbortController;
  let timer: SilenceTimer;

  beforeEach(() => {
    clock = ManualClock.create();
    controller = new AbortController();
    timer = new SilenceTimer(clock, controller);
  });

  it('ends a watch that has said nothing for 50 s', () => {
    clock.advance(49_000);
    timer.reset();
    clock.advance(49_000);
    expect(controller.signal.aborted).toBe(false);
    clock.advance(1_000);
    expect(controller.signal.aborted).toBe(true);
  });

  it('is not fooled by a clock that is set back', () => {
    clock.advance(40_000);
    timer.reset();
    const set = jest.spyOn(clock, 'now');
    set.mockReturnValue(new Date(clock.now().getTime() - 3_600_000));
    clock.advance(60_000);
    expect(controller.signal.aborted).toBe(true);
  });

  it('does nothing when it was stopped', () => {
    timer.stop();
    clock.advance(100_000);
    expect(controller.signal.aborted).toBe(false);
  });
});
