import { docsLink } from './docsLink';

describe('docsLink', () => {
  it.each([
    [
      'is a web page',
      'https://docs.example.com/spark',
      'https://docs.example.com/spark',
    ],
    [
      'is a path of the portal',
      '/docs/default/system/compute-clusters',
      '/docs/default/system/compute-clusters',
    ],
    ['is nothing unless configured', undefined, undefined],
    ['is nothing when empty', '', undefined],
    // eslint-disable-next-line no-script-url -- what must not pass
    ['is no script', 'javascript:alert(1)', undefined],
    ['is no host without a scheme', '//evil.example.com', undefined],
    ['is no host behind a backslash', '/\\evil.example.com', undefined],
    ['is no broken address', 'https://', undefined],
  ])('%s', (_, configured, link) => {
    expect(docsLink(configured)).toBe(link);
  });
});
