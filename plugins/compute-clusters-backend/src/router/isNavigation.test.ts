import { isNavigation } from './isNavigation';

describe('isNavigation', () => {
  it.each([
    [
      'a page that is opened',
      { 'sec-fetch-mode': 'navigate', accept: '*/*' },
      true,
    ],
    [
      'a script that asks for HTML',
      { 'sec-fetch-mode': 'cors', accept: 'text/html' },
      false,
    ],
    ['a page without TLS', { accept: 'text/html,application/xhtml+xml' }, true],
    ['a script without TLS', { accept: '*/*' }, false],
    ['a client that says nothing', {}, false],
  ])('tells %s', (_, headers, expected) => {
    expect(isNavigation({ headers })).toBe(expected);
  });
});
