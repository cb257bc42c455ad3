import { withDefaults } from './withDefaults';

const driver = { nodeType: 'driver-small' };

describe('withDefaults', () => {
  it.each<[string, unknown, unknown]>([
    [
      'fills in the idle timeout',
      { name: 'etl', spec: { driver } },
      { name: 'etl', spec: { driver, autoScaling: { idleTimeoutMinutes: 5 } } },
    ],
    [
      'keeps what is said beside it',
      { spec: { autoScaling: { enabled: false } } },
      { spec: { autoScaling: { enabled: false, idleTimeoutMinutes: 5 } } },
    ],
    [
      'keeps another idle timeout',
      { spec: { autoScaling: { idleTimeoutMinutes: 60 } } },
      { spec: { autoScaling: { idleTimeoutMinutes: 60 } } },
    ],
    [
      'leaves single-node clusters alone',
      { spec: { deploymentType: 'single-node', driver } },
      { spec: { deploymentType: 'single-node', driver } },
    ],
    ['leaves nonsense alone', [1, 'x'], [1, 'x']],
    ['leaves nothing alone', undefined, undefined],
  ])('%s', (_, body, expected) => {
    expect(withDefaults(body, { idleTimeoutMinutes: 5 })).toEqual(expected);
  });
});
