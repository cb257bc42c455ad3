import { rewriteLocation } from './rewriteLocation';

const PATHS = {
  proxy: '/api/v1/namespaces/data-eng/pods/etl-1-abcde:4040/proxy',
  base: 'https://portal.example.com/api/compute-clusters/clusters/1/ui/~t',
};

describe('rewriteLocation', () => {
  it.each([
    [
      'as the API server changes it',
      `${PATHS.proxy}/jobs/?id=1#x`,
      '/jobs/?id=1#x',
    ],
    ['to the proxy itself', PATHS.proxy, '/'],
    [
      'with the API server’s host',
      `https://10.0.0.1:6443${PATHS.proxy}/jobs/`,
      '/jobs/',
    ],
    ['with the pod’s address', 'http://10.1.2.3:4040/stages/', '/stages/'],
    ['of the portal already', `${PATHS.base}/SQL/`, '/SQL/'],
    ['to a path', '/executors/', '/executors/'],
    ['to another pod', `${PATHS.proxy}x/jobs/`, `${PATHS.proxy}x/jobs/`],
    ['to another host', 'https://evil.example.com/x', '/x'],
    ['to another host without scheme', '//evil.example.com/x', '/x'],
    [
      'to a path that looks like a host',
      '/x/..//evil.example.com',
      '/evil.example.com',
    ],
    [
      'out of the proxy',
      `${PATHS.proxy}/../../secrets`,
      '/api/v1/namespaces/data-eng/pods/secrets',
    ],
    ['that is no address', 'http://[', '/'],
    // eslint-disable-next-line no-script-url -- what must not pass
    ['that is a script', 'javascript:alert(1)', '/alert(1)'],
  ])('keeps a redirect %s within the Spark UI', (_, location, page) => {
    expect(rewriteLocation(location, PATHS)).toBe(PATHS.base + page);
  });
});
