let offset = 0;

/** Moves the wall clock of this process; timers are not moved, as with a machine's clock. */
export function moveClock(milliseconds: number): void {
  if (offset === 0) {
    replaceDate(Date);
  }
  offset += milliseconds;
}

function replaceDate(real: DateConstructor): void {
  const now = () => real.now() + offset;
  globalThis.Date = new Proxy(real, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    get: (target, key, receiver) =>
      key === 'now' ? now : Reflect.get(target, key, receiver),
  });
}
