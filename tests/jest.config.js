const { execFileSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const transform = require.resolve(
  '@backstage/cli-module-test-jest/config/jestSwcTransform',
);
const module_ = { ignoreDynamic: true, exportInteropAnnotation: true };

// `yarn test` runs the contract suite on the embedded Kubernetes; the others need a browser or a real cluster.
const suite = process.env.TEST_SUITE || 'contract';

const kit = join(__dirname, '../../shared/kubernetes/kit');

/** Whether KUBECONFIG is of the kit, whose parts can be stopped. */
function isOnKit() {
  const { KUBECONFIG } = process.env;
  return (
    Boolean(KUBECONFIG) &&
    existsSync(kit) &&
    execFileSync(kit, ['kubeconfig'], { encoding: 'utf8' }).trim() ===
      KUBECONFIG
  );
}

module.exports = {
  displayName: `tests/${suite}`,
  id: `tests-${suite}`,
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/${suite}/**/*.test.ts`],
  testPathIgnorePatterns: isOnKit() ? [] : ['/kit/'],
  // Some dependencies are published as ES modules only; those that are not need no transformation.
  transformIgnorePatterns: [
    '/node_modules/(?:ajv|axe-core|core-js|jest-.*|json-schema|knex|playwright-core|typescript)/',
  ],
  transform: {
    '\\.(mjs|cjs|js)$': [
      transform,
      { module: module_, jsc: { parser: { syntax: 'ecmascript' } } },
    ],
    '\\.(mts|cts|ts)$': [
      transform,
      { module: module_, jsc: { parser: { syntax: 'typescript' } } },
    ],
    '\\.yaml$': require.resolve(
      '@backstage/cli-module-test-jest/config/jestYamlTransform',
    ),
  },
};
