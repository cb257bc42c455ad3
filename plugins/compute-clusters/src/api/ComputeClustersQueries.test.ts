import { ResponseError } from '@backstage/errors';
import { isPassing, waitOf } from './ComputeClustersQueries';

const answer = (status: number, headers: Record<string, string> = {}) =>
  ResponseError.fromResponse(new Response('', { status, headers }));

describe('What could not be read', () => {
  it.each([408, 429, 500, 503])('may be there later after a %s', async status =>
    expect(isPassing(await answer(status))).toBe(true),
  );

  it.each([400, 401, 403, 404, 409, 422])(
    'is asked for only once after a %s',
    async status => expect(isPassing(await answer(status))).toBe(false),
  );

  it('may be there later when the network failed', () => {
    expect(isPassing(new TypeError('Failed to fetch'))).toBe(true);
  });

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['99999999', 600_000],
    ['soon', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('is not asked for again before Retry-After: %s', async (after, wait) =>
    expect(waitOf(await answer(429, { 'retry-after': after }))).toBe(wait),
  );

  it('tells no time to wait when nobody named one', async () => {
    expect(waitOf(await answer(503))).toBeUndefined();
    expect(waitOf(new TypeError('Failed to fetch'))).toBeUndefined();
  });
});
