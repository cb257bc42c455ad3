import { runInNewContext } from 'node:vm';
import { isScript, STORAGE_SHIM } from './storageShim';

/** A window whose storage is as a browser's in a sandbox, or another one. */
function windowWith(storage: () => unknown) {
  const window = {};
  Object.defineProperty(window, 'localStorage', {
    configurable: true,
    get: storage,
  });
  return window;
}

describe('the storage of a page in a sandbox', () => {
  it('remembers as long as the page', () => {
    const window = windowWith(() => {
      throw new Error('SecurityError');
    });
    runInNewContext(STORAGE_SHIM, { window });
    const seen = runInNewContext(
      `localStorage.setItem('a', 1); [localStorage.getItem('a'), localStorage.getItem('b'), localStorage.length]`,
      window,
    );
    expect([...seen]).toEqual(['1', null, 1]);
  });

  it('is the browser’s own where it has one', () => {
    const own = {};
    const window = windowWith(() => own);
    runInNewContext(STORAGE_SHIM, { window });
    expect(Reflect.get(window, 'localStorage')).toBe(own);
  });

  it.each([
    [
      'scripts',
      '/static/webui.js',
      200,
      { 'content-type': 'text/javascript' },
      true,
    ],
    ['styles', '/static/webui.css', 200, { 'content-type': 'text/css' }, false],
    [
      'errors',
      '/static/x.js',
      404,
      { 'content-type': 'text/javascript' },
      false,
    ],
    [
      'packed scripts',
      '/static/x.js',
      200,
      { 'content-type': 'text/javascript', 'content-encoding': 'gzip' },
      false,
    ],
    ['data', '/api/v1/x', 200, { 'content-type': 'text/javascript' }, false],
  ])('is told to %s: %s', (_, path, status, headers, expected) => {
    expect(isScript(path, status, headers)).toBe(expected);
  });
});
