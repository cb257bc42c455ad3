import { currentStep, progressOf, START_STEPS } from './startProgress';

describe('The progress of a start', () => {
  it.each([
    [
      'Accepted',
      ['done', 'current', 'waiting', 'waiting', 'waiting', 'waiting'],
    ],
    [
      'NamespaceTerminating',
      ['done', 'current', 'waiting', 'waiting', 'waiting', 'waiting'],
    ],
    [
      'Unschedulable',
      ['done', 'done', 'current', 'waiting', 'waiting', 'waiting'],
    ],
    [
      'ImagePullFailed',
      ['done', 'done', 'done', 'current', 'waiting', 'waiting'],
    ],
    ['StartingSpark', ['done', 'done', 'done', 'done', 'current', 'waiting']],
    ['InvalidSpec', ['done', 'done', 'done', 'done', 'current', 'waiting']],
    ['Ready', ['done', 'done', 'done', 'done', 'done', 'current']],
    [
      'Unheard',
      ['current', 'waiting', 'waiting', 'waiting', 'waiting', 'waiting'],
    ],
  ])('is told by the reason %s', (reason, progress) => {
    const current = currentStep(reason);
    expect(START_STEPS.map(step => progressOf(step, current))).toEqual(
      progress,
    );
  });
});
