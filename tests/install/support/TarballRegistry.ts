import { createServer, type Server } from 'node:http';
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { PackedPlugin } from './packPlugins';

// Old enough for what a new app asks of versions (`npmMinimalAgeGate`).
const PUBLISHED = '2020-01-01T00:00:00.000Z';

/** An npm registry of this machine that has published the packed plugins, and nothing else. */
export class TarballRegistry {
  /** Starts one on a free port. */
  static async start(plugins: PackedPlugin[]): Promise<TarballRegistry> {
    const byPath = new Map(
      plugins.flatMap(plugin => [
        [`/${plugin.name}`, plugin],
        [tarballPath(plugin), plugin],
      ]),
    );
    const server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '');
      const plugin = byPath.get(path);
      if (!plugin) {
        response.writeHead(404).end();
      } else if (path === tarballPath(plugin)) {
        createReadStream(plugin.tarball).pipe(response);
      } else {
        const packument = packumentOf(plugin, urlOf(server));
        response
          .writeHead(200, { 'Content-Type': 'application/json' })
          .end(JSON.stringify(packument));
      }
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    return new TarballRegistry(server);
  }

  private constructor(private readonly server: Server) {}

  /** Where it answers. */
  get url(): string {
    return urlOf(this.server);
  }

  /** Ends it. */
  async stop(): Promise<void> {
    await new Promise(resolve => {
      this.server.close(resolve);
      this.server.closeAllConnections();
    });
  }
}

function urlOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

function tarballPath({ name, version }: PackedPlugin): string {
  return `/${name}/-/${name.split('/')[1]}-${version}.tgz`;
}

function packumentOf(plugin: PackedPlugin, url: string) {
  const { name, version, manifest } = plugin;
  const dist = { tarball: `${url}${tarballPath(plugin)}` };
  return {
    name,
    'dist-tags': { latest: version },
    time: { created: PUBLISHED, modified: PUBLISHED, [version]: PUBLISHED },
    versions: { [version]: { ...manifest, dist } },
  };
}
