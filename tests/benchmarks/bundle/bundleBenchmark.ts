import { ownBundle } from './ownBundle';

/** `yarn bench bundle`: what a browser loads of the front end's own code, in KiB after gzip. */
export async function bundleBenchmark() {
  const bundle = await ownBundle();
  return {
    benchmark: 'bundle',
    totalKiB: toKiB(bundle.size),
    startKiB: toKiB(bundle.start),
    pageKiB: {
      list: toKiB(bundle.sizeOf('ListPage')),
      detail: toKiB(bundle.sizeOf('DetailPage')),
      create: toKiB(bundle.sizeOf('CreatePage')),
      configure: toKiB(bundle.sizeOf('ConfigurePage')),
      cost: toKiB(bundle.sizeOf('CostPage')),
    },
  };
}

function toKiB(bytes: number): number {
  return Math.round(bytes / 102.4) / 10;
}
