import { proxied, rewriteLinks } from './rewriteLinks';

const PROXY = '/api/v1/namespaces/team/pods/etl:4040/proxy';

describe('links of pods, as the API server changes them', () => {
  it.each([
    ['to the pod', '/jobs/', `${PROXY}/jobs/`],
    ['relative ones', 'job/?id=1', 'job/?id=1'],
    ['to another host', 'https://portal.example.com/ui/jobs/', undefined],
    [
      'to another host with the same scheme',
      '//portal.example.com/',
      undefined,
    ],
  ])('%s', (_, link, changed = link) => {
    expect(proxied(link, PROXY)).toBe(changed);
  });

  it('are those of attributes only', () => {
    expect(
      rewriteLinks('<a href="/jobs/">x</a><script>root="/ui"</script>', PROXY),
    ).toBe(`<a href="${PROXY}/jobs/">x</a><script>root="/ui"</script>`);
  });
});
