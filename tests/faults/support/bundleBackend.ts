import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const root = join(__dirname, '..', '..', '..');

/** Our own packages go into the bundle; all others are found in node_modules, below which the bundle lies. */
const ownPackagesOnly: Plugin = {
  name: 'own-packages-only',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@compute-clusters/')
        ? undefined
        : { external: true },
    );
  },
};

/**
 * Bundles the backend of this suite, so that each of hundreds of starts loads it fast, and the same.
 *
 * @returns its file
 */
export async function bundleBackend(): Promise<string> {
  const outfile = join(root, '.cache', 'faults', `backend-${process.pid}.cjs`);
  await build({
    entryPoints: [join(__dirname, '..', 'backend', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [ownPackagesOnly],
  });
  return outfile;
}
