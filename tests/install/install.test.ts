import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KubernetesSimulator } from '@compute-clusters/kubernetes-simulator';
import type { Page } from 'playwright-core';
import { freePort } from '../support/freePort';
import { PortalBrowser } from '../support/PortalBrowser';
import type { PortalUser } from '../support/PortalUser';
import { waitUntil } from '../support/waitUntil';
import { AppBackend } from './support/AppBackend';
import { NewApp } from './support/NewApp';
import { type PackedPlugin, packPlugins } from './support/packPlugins';
import { organization, testConfig } from './support/platform';
import { TarballRegistry } from './support/TarballRegistry';

jest.setTimeout(1_200_000);

const TOKEN = 'token-of-the-portal';
const NEW = 'New frontend system';
const CLASSIC = 'Classic frontend system';

describe('A newly made Backstage app gets compute clusters by the READMEs', () => {
  let folder: string;
  let plugins: PackedPlugin[];
  let registry: TarballRegistry;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'compute-clusters-install-'));
  });
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('packs the plugins as they would be published', async () => {
    plugins = await packPlugins(folder);
    registry = await TarballRegistry.start(plugins);
    expect(plugins).toHaveLength(5);
  });

  // One story for each: every step goes on where the one before it ended.
  describe.each([
    { system: NEW, other: CLASSIC },
    { system: CLASSIC, other: NEW },
  ])('$system', ({ system, other }) => {
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
      await app?.remove(plugins[0].version);
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
      const ours = join(__dirname, '..', '..', 'backstage.json');
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
