import assert from 'node:assert/strict';
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { KubernetesSimulator } from '@compute-clusters/kubernetes-simulator';
import type { Page } from 'playwright-core';
import { freePort } from '../support/freePort';
import { PortalBrowser } from '../support/PortalBrowser';
import type { PortalUser } from '../support/PortalUser';
import { waitUntil } from '../support/waitUntil';
import { AppBackend } from './support/AppBackend';
import { NewApp } from './support/NewApp';
import {
  type PackedPackage,
  packPackages,
  publishedFolders,
} from './support/packPackages';
import {
  filesOf,
  namedFiles,
  tellingFiles,
  uselessFiles,
} from './support/packageContents';
import { organization, testConfig } from './support/platform';
import { TarballRegistry } from './support/TarballRegistry';

jest.setTimeout(1_200_000);

const root = resolve(__dirname, '..', '..');
const TOKEN = 'token-of-the-portal';
const NEW = 'New frontend system';
const CLASSIC = 'Classic frontend system';

describe('What is published', () => {
  let folder: string;
  let packages: PackedPackage[];
  let registry: TarballRegistry;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'compute-clusters-install-'));
    packages = await packPackages(folder);
    registry = await TarballRegistry.start(packages);
  });
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(publishedFolders)('The tarball of %s', published => {
    const packed = () => {
      const found = packages.find(one => one.folder === published);
      assert(found);
      return found;
    };
    const inSource = (file: string) => join(root, published, file);
    const read = (file: string) =>
      readFileSync(join(packed().unpacked, file), 'utf8');

    it('has the license', () => {
      expect(packed().manifest.license).toBe('Apache-2.0');
      expect(read('LICENSE')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
    });

    it('has its README, and its change log once there is one', () => {
      const changeLog = 'CHANGELOG.md';
      const logs = existsSync(inSource(changeLog)) ? [changeLog] : [];
      for (const file of ['README.md', ...logs]) {
        expect(read(file)).toBe(readFileSync(inSource(file), 'utf8'));
      }
    });

    it('has all that its package.json names', () => {
      const { manifest, unpacked } = packed();
      expect(manifest.types).toMatch(/^dist\/.*\.d\.ts$/);
      const missing = namedFiles(manifest).filter(
        file => !existsSync(join(unpacked, file)),
      );
      expect(missing).toEqual([]);
    });

    it('has its configuration schema, migrations and command', () => {
      const { manifest, unpacked } = packed();
      expect(Boolean(manifest.configSchema)).toBe(
        existsSync(inSource('config.d.ts')),
      );
      expect(filesOf(join(unpacked, 'migrations'))).toEqual(
        filesOf(inSource('migrations')),
      );
      if (manifest.bin) {
        accessSync(join(unpacked, manifest.bin), constants.X_OK);
      }
    });

    it('has nothing else, above all no tests', () => {
      expect(uselessFiles(packed().unpacked)).toEqual([]);
    });

    it('asks for versions that exist outside this repository', () => {
      const { dependencies, peerDependencies } = packed().manifest;
      expect(
        Object.values({ ...dependencies, ...peerDependencies }).filter(
          range => !/^[\^~\d]/.test(range),
        ),
      ).toEqual([]);
    });

    it('tells nothing of the machine that packed it', () => {
      expect(tellingFiles(packed().unpacked)).toEqual([]);
    });
  });

  // One story for each: every step goes on where the one before it ended.
  describe.each([
    { system: NEW, other: CLASSIC },
    { system: CLASSIC, other: NEW },
  ])('A new app by the READMEs: $system', ({ system, other }) => {
    let kubernetes: KubernetesSimulator;
    let app: NewApp;
    let backend: AppBackend;
    let guest: PortalUser;
    let browser: PortalBrowser;
    let page: Page;

    beforeAll(async () => {
      kubernetes = await KubernetesSimulator.start({
        token: TOKEN,
        namespaces: ['data-eng', 'data-science'],
      });
    });
    afterAll(async () => {
      await browser?.close();
      await backend?.stop();
      await kubernetes.stop();
      await app?.forget(packages[0].version);
      app?.remove();
    });

    const signInToTeam = async () => {
      const user = await backend.signIn();
      const { ownershipEntityRefs } = await user.clusters.getMe();
      return (
        ownershipEntityRefs.includes('group:default/data-engineering') && user
      );
    };

    const isActive = async (id: string) => {
      const { status } = await guest.clusters.getCluster(id);
      return status.state === 'ACTIVE';
    };

    it('is made from the template of our release', async () => {
      app = await NewApp.create({
        folder: join(folder, 'portal'),
        registryUrl: registry.url,
        legacy: system === CLASSIC,
      });
      const ours = join(root, 'backstage.json');
      expect(JSON.parse(app.read('backstage.json'))).toEqual(
        JSON.parse(readFileSync(ours, 'utf8')),
      );
    });

    it('takes the steps', async () => {
      await app.follow('compute-clusters-backend');
      await app.follow('catalog-backend-module-compute-clusters');
      await app.follow('compute-clusters-node');
      await app.follow('compute-clusters', [other]);
      await app.follow('compute-clusters-common');
      await app.run('yarn install');
      const plugins = packages.filter(({ folder: from }) =>
        from.startsWith('plugins/'),
      );
      for (const { name, version } of plugins) {
        expect(app.read('yarn.lock')).toContain(`${name}@npm:${version}`);
      }
    });

    it('type-checks', async () => {
      expect(await app.run('yarn tsc')).not.toContain('error');
    });

    it('knows the configuration of the plugins', async () => {
      const schema = await app.run('yarn backstage-cli config:schema --strict');
      expect(schema).toContain('computeClusters');
    });

    it('builds its front end', async () => {
      await app.run('yarn workspace app build');
      const bundle = readdirSync(join(app.folder, 'packages/app/dist/static'))
        .filter(file => file.endsWith('.js'))
        .map(file => app.read(`packages/app/dist/static/${file}`));
      expect(
        bundle.some(text => text.includes('plugin.compute-clusters')),
      ).toBe(true);
    });

    it('starts its backend', async () => {
      const url = `http://localhost:${await freePort()}`;
      app.addConfig('app-config.test.yaml', testConfig(url));
      app.write('examples/org.yaml', organization);
      // The simulator has no certificate.
      const [, config] = app.configFiles;
      const trusting = app
        .read(config)
        .replace('caData: ${KUBERNETES_CA}', 'skipTLSVerify: true');
      app.write(config, trusting);
      backend = await AppBackend.start(app, {
        url,
        env: {
          KUBERNETES_URL: kubernetes.url,
          KUBERNETES_TOKEN: TOKEN,
        },
      });
      // The plugin is there, and asks who calls.
      const { status } = await fetch(`${url}/api/compute-clusters/clusters`);
      expect(status).toBe(401);
    });

    it('maps the namespaces of the configuration and of the module', async () => {
      // The guest is in the group once the catalog has read it.
      guest = await waitUntil('the guest is in its group', signInToTeam, {
        timeoutMs: 60_000,
        everyMs: 500,
      });
      const { items } = await guest.clusters.listNamespaces();
      expect(items.map(({ name }) => name).sort()).toEqual([
        'data-eng',
        'data-science',
      ]);
    });

    it('creates a cluster, which becomes ACTIVE', async () => {
      const { id } = await guest.clusters.createCluster({
        namespace: 'data-eng',
        name: 'etl',
        spec: {
          driver: { nodeType: 'driver-small' },
          executor: { nodeType: 'executor-small', min: 0, max: 4 },
        },
      });
      await waitUntil('it is ACTIVE', () => isActive(id), {
        timeoutMs: 120_000,
      });
    });

    it('has it in the catalog', async () => {
      const path = '/api/catalog/entities/by-name/resource/data-eng/etl';
      const entity = await waitUntil(
        'its entity',
        async () => {
          const response = await guest.get(path);
          return response.ok && response.json();
        },
        { timeoutMs: 30_000 },
      );
      expect(entity.spec).toMatchObject({
        type: 'compute-cluster',
        owner: 'group:default/data-engineering',
      });
    });

    it('shows it on the pages', async () => {
      browser = await PortalBrowser.launch(backend.url);
      page = await browser.enterAsGuest();
      await page.getByRole('link', { name: 'etl' }).click();
      await page.getByRole('heading', { name: 'etl' }).waitFor();
      await page.getByText('ACTIVE').first().waitFor();
    });

    it('shows it on the pages of the catalog', async () => {
      await page.goto('/catalog/data-eng/resource/etl');
      await page.getByText('ACTIVE').first().waitFor();
      await page.goto('/catalog/default/group/data-engineering');
      await page.getByRole('link', { name: 'etl' }).first().waitFor();
    });
  });
});
