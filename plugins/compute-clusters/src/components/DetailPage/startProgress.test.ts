import { startProgress } from './startProgress';

describe('startProgress', () => {
  it.each([
    ['Accepted', ['current', 'waiting', 'waiting', 'waiting', 'waiting']],
    ['Unschedulable', ['done', 'current', 'waiting', 'waiting', 'waiting']],
    ['ImagePullFailed', ['done', 'done', 'current', 'waiting', 'waiting']],
    ['StartingSpark', ['done', 'done', 'done', 'current', 'waiting']],
    ['Ready', ['done', 'done', 'done', 'done', 'current']],
  ])('tells where a start with reason %s is', (reason, progress) => {
    expect(Object.values(startProgress(reason))).toEqual(progress);
  });
});
