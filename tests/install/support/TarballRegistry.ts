import { createServer, type Server } from 'node:http';
import { createReadStream } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { PackedPackage } from './packPackages';

// Old enough for what a new app asks of versions (`npmMinimalAgeGate`).
const PUBLISHED = '2020-01-01T00:00:00.000Z';

/** An npm registry of this machine that has published the packed packages, and nothing else. */
export class TarballRegistry {
  /** Starts one on a free port. */
  static async start(packages: PackedPackage[]): Promise<TarballRegistry> {
    const byPath = new Map(
      packages.flatMap(packed => [
        [`/${packed.name}`, packed],
        [tarballPath(packed), packed],
      ]),
    );
    const server = createServer((request, response) => {
      const path = decodeURIComponent(request.url ?? '');
      const packed = byPath.get(path);
      if (!packed) {
        response.writeHead(404).end();
      } else if (path === tarballPath(packed)) {
        createReadStream(packed.tarball).pipe(response);
      } else {
        const packument = packumentOf(packed, urlOf(server));
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

function tarballPath({ name, version }: PackedPackage): string {
  return `/${name}/-/${name.split('/')[1]}-${version}.tgz`;
}

function packumentOf(packed: PackedPackage, url: string) {
  const { name, version, manifest } = packed;
  const dist = { tarball: `${url}${tarballPath(packed)}` };
  return {
    name,
    'dist-tags': { latest: version },
    time: { created: PUBLISHED, modified: PUBLISHED, [version]: PUBLISHED },
    versions: { [version]: { ...manifest, dist } },
  };
}
