import { linkTarget } from './linkTarget';

const clickOn = (html: string, init: MouseEventInit = {}, base = '/') => {
  document.body.innerHTML = html;
  let to: string | undefined;
  const listen = (event: MouseEvent) => {
    to = linkTarget(event, base);
    event.preventDefault();
  };
  document.addEventListener('click', listen);
  const element = document.querySelector('span') ?? document.querySelector('a');
  element?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init }));
  document.removeEventListener('click', listen);
  return to;
};

describe('linkTarget', () => {
  it.each([
    ['a link', '<a href="/list?q=1#top">x</a>', '/list?q=1#top'],
    ['something in a link', '<a href="/list"><span>x</span></a>', '/list'],
    ['a link to itself', '<a href="#top">x</a>', undefined],
    ['a link to a new tab', '<a href="/a" target="_blank">x</a>', undefined],
    ['a download', '<a href="/a" download>x</a>', undefined],
    ['another site', '<a href="https://spark.apache.org/">x</a>', undefined],
    ['no link', '<span>x</span>', undefined],
  ])('knows where %s leads', (_case, html, target) => {
    expect(clickOn(html)).toBe(target);
  });

  it('leaves it to the browser to open a new tab', () => {
    const link = '<a href="/list">x</a>';
    expect(clickOn(link, { ctrlKey: true })).toBeUndefined();
    expect(clickOn(link, { metaKey: true })).toBeUndefined();
  });

  it('knows where the portal lies', () => {
    expect(clickOn('<a href="/portal/list">x</a>', {}, '/portal')).toBe(
      '/list',
    );
    expect(clickOn('<a href="/other">x</a>', {}, '/portal')).toBeUndefined();
  });
});
