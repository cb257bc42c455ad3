const UNITS = ['MiB', 'GiB', 'TiB'];

/**
 * MiB for people, in their language: `900 MiB`, `8 GiB`, `1.5 TiB`.
 *
 * @public
 */
export function formatMemory(mib: number, language = 'en-US'): string {
  const step = mib >= 1024 * 1024 ? 2 : Number(mib >= 1024);
  const amount = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return `${amount.format(mib / 1024 ** step)} ${UNITS[step]}`;
}
