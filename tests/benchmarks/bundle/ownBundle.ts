import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = dirname(dirname(dirname(__dirname)));
const plugin = 'plugins/compute-clusters/src';

const COMMON = '@compute-clusters/backstage-plugin-compute-clusters-common';

/** Libraries stay out: an app has most of them already, and shares them between plugins. */
const ownCodeOnly: Plugin = {
  name: 'own-code-only',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      return path === COMMON
        ? { path: join(root, 'plugins/compute-clusters-common/src/index.ts') }
        : { path, external: true };
    });
  },
};

/** The front end's own code as a browser loads it. */
export interface OwnBundle {
  /** Bytes of all of it. */
  size: number;
  /** Bytes that an app loads at once. */
  start: number;
  /** Bytes until the page of this name shows, those of the start included. */
  sizeOf(page: string): number;
}

/**
 * Bundles the plugin with what it uses of -common, split where it is loaded by route, minified, and each file compressed
 * by itself.
 */
export async function ownBundle(): Promise<OwnBundle> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${plugin}/index.ts`],
    plugins: [ownCodeOnly],
    bundle: true,
    splitting: true,
    minify: true,
    treeShaking: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    outdir: join(root, 'bundle'),
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [
      relative(root, path),
      gzipSync(contents).length,
    ]),
  );
  const sum = (files: Iterable<string>) =>
    [...files].reduce((total, file) => total + (sizes.get(file) ?? 0), 0);
  const loading = (...sources: string[]) =>
    sum(
      loadedFiles(
        metafile,
        sources.map(source => `${plugin}/${source}`),
      ),
    );
  const page = 'components/ComputeClustersRoutes.tsx';
  return {
    size: sum(sizes.keys()),
    start: loading('index.ts'),
    sizeOf: name => loading('index.ts', page, `components/${name}/index.ts`),
  };
}

/** The files that begin with these sources, and all that they import at once. */
function loadedFiles(metafile: Metafile, sources: string[]): Set<string> {
  const loaded = new Set<string>();
  const load = (file: string) => {
    if (loaded.has(file)) return;
    loaded.add(file);
    metafile.outputs[file].imports
      .filter(({ external, kind }) => !external && kind === 'import-statement')
      .forEach(({ path }) => load(path));
  };
  for (const source of sources) {
    const file = Object.keys(metafile.outputs).find(
      each => metafile.outputs[each].entryPoint === source,
    );
    if (!file) throw new Error(`Nothing begins with ${source}`);
    load(file);
  }
  return loaded;
}
