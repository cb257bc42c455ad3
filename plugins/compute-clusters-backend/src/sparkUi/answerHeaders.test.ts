import { IncomingHttpHeaders } from 'node:http';
import { answerHeaders } from './answerHeaders';

const ROOT = 'https://portal.example.com/api/compute-clusters/clusters/1/ui';

const PLACE = {
  proxy: '/api/v1/namespaces/data-eng/pods/etl-1-abcde:4040/proxy',
  root: ROOT,
  base: `${ROOT}/~t`,
  path: '/jobs/',
};

const headersOf = (
  headers: IncomingHttpHeaders,
  path = '/jobs/',
  status = 200,
) => answerHeaders(status, headers, { ...PLACE, path });

describe('answerHeaders', () => {
  it.each<[string, IncomingHttpHeaders]>([
    ['cookies', { 'set-cookie': ['backstage-auth=mine; Path=/'] }],
    ['cookie policies', { 'clear-site-data': '"cookies"' }],
    ['credentials', { 'www-authenticate': 'Basic' }],
    ['service workers', { 'service-worker-allowed': '/' }],
    ['links to load', { link: '</x>; rel=preload' }],
    ['refreshes', { refresh: '0; url=https://evil.example.com' }],
    ['reports', { 'report-to': '{}', nel: '{}' }],
    [
      'credentials of other origins',
      { 'access-control-allow-credentials': 'true' },
    ],
    ['transport security', { 'strict-transport-security': 'max-age=0' }],
  ])('leaves out %s', (_, headers) => {
    expect(Object.keys(headersOf(headers))).not.toEqual(
      expect.arrayContaining([Object.keys(headers)[0]]),
    );
  });

  it('keeps what tells of the content', () => {
    const headers = {
      'content-type': 'text/html;charset=utf-8',
      'content-length': '12',
      'content-disposition': 'attachment; filename="x.zip"',
    };
    expect(headersOf(headers)).toMatchObject(headers);
    expect(headersOf({})).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
  });

  it('puts every page into a sandbox, without an origin', () => {
    const policy = String(headersOf({})['content-security-policy']);
    const [sandbox, ...rest] = policy.split('; ');
    expect(sandbox.split(' ')).toContain('allow-scripts');
    expect(sandbox).toMatch(/^sandbox /);
    expect(policy).not.toContain('allow-same-origin');
    expect(policy).not.toContain('allow-top-navigation');
    expect(rest).toContain("default-src 'none'");
    expect(rest).toContain(`connect-src ${ROOT}/`);
    expect(rest).toContain("frame-ancestors 'none'");
  });

  it('adds Spark’s own policy, which can only forbid more', () => {
    const own = "script-src 'self' 'nonce-x'";
    expect(
      headersOf({ 'content-security-policy': own })['content-security-policy'],
    ).toEqual([expect.stringContaining('sandbox'), own]);
  });

  it('lets only pages without an origin read by script', () => {
    expect(headersOf({ 'access-control-allow-origin': '*' })).toMatchObject({
      'access-control-allow-origin': 'null',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    ['scripts of Spark', '/static/webui.js', 200, 'private, max-age=3600'],
    ['pages', '/jobs/', 200, 'no-store, no-transform'],
    ['missing scripts', '/static/x.js', 404, 'no-store, no-transform'],
  ])('says how long %s stay', (_, path, status, expected) => {
    expect(
      headersOf({ 'cache-control': 'public' }, path, status),
    ).toMatchObject({
      'cache-control': expected,
    });
  });

  it('keeps redirects within the Spark UI', () => {
    expect(headersOf({ location: `${PLACE.proxy}/jobs/` }).location).toBe(
      `${PLACE.base}/jobs/`,
    );
  });
});
