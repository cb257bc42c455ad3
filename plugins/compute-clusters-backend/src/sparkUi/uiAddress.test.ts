import { SparkUiAddressError, SparkUiForbiddenError } from './errors';
import { uiAddressOf } from './uiAddress';

describe('uiAddressOf', () => {
  it.each<[string, string, ReturnType<typeof uiAddressOf>]>([
    ['the first page', '/', { ticket: undefined, path: '/', search: '' }],
    [
      'a page with a query, as it came',
      '/jobs/job/?id=1&x=a%2Fb+c',
      { ticket: undefined, path: '/jobs/job/', search: '?id=1&x=a%2Fb+c' },
    ],
    ['a ticket alone', '/~abc', { ticket: 'abc', path: '/', search: '' }],
    [
      'a page with a ticket',
      '/~abc/stages/?a=/../b',
      { ticket: 'abc', path: '/stages/', search: '?a=/../b' },
    ],
    [
      'an encoded tilde is none',
      '/%7Eabc/',
      { ticket: undefined, path: '/%7Eabc/', search: '' },
    ],
  ])('reads %s', (_, url, address) => {
    expect(uiAddressOf(url)).toEqual(address);
  });

  it.each([
    ['..', '/../secrets'],
    ['.. behind a ticket', '/~abc/../../pods'],
    ['.. at the end', '/jobs/..'],
    ['.', '/./jobs/'],
    ['encoded dots', '/%2e%2e/pods'],
    ['half encoded dots', '/.%2E/pods'],
    ['dots that are encoded twice', '/%252e%252e/pods'],
    ['another host', '//evil.example.com/'],
    ['another host behind a ticket', '/~abc//evil.example.com/'],
    ['an encoded slash', '/jobs%2F..%2Fpods'],
    ['a backslash', '/..\\pods'],
    ['an encoded backslash', '/..%5cpods'],
    ['parameters of a segment', '/..;/pods'],
    ['NUL', '/jobs%00'],
    ['a line break', '/jobs%0d%0aHost:x'],
    ['a broken encoding', '/jobs/%zz'],
    ['a space in the query', '/jobs/?a b'],
  ])('refuses %s', (_, url) => {
    expect(() => uiAddressOf(url)).toThrow(SparkUiAddressError);
  });

  it.each([
    ['of a job', '/jobs/job/kill/?id=1'],
    ['of a stage', '/~abc/stages/stage/kill?id=1'],
    ['in capitals', '/jobs/job/KILL/'],
    ['of an executor, later', '/executors/kill/1'],
  ])('refuses the end %s', (_, url) => {
    expect(() => uiAddressOf(url)).toThrow(SparkUiForbiddenError);
  });
});
