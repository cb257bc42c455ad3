import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A controller of Ingress and of the Gateway API: a process of this machine, which reaches the pods by their addresses. */
export class Traefik {
  /** Starts the one that TRAEFIK names, with TLS on that port. */
  static start(port: number): Traefik {
    const { TRAEFIK } = process.env;
    if (!TRAEFIK) {
      throw new Error('Set TRAEFIK to the binary of Traefik 3.7 or later');
    }
    return new Traefik(TRAEFIK, port);
  }

  private readonly folder = mkdtempSync(
    join(tmpdir(), 'compute-clusters-traefik-'),
  );
  private readonly process: ChildProcess;

  private constructor(binary: string, port: number) {
    const configuration = join(this.folder, 'traefik.json');
    writeFileSync(configuration, JSON.stringify(configurationOf(port)));
    const log = openSync(join(this.folder, 'traefik.log'), 'a');
    this.process = spawn(binary, [`--configFile=${configuration}`], {
      stdio: ['ignore', log, log],
    });
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function configurationOf(port: number): object {
  return {
    global: { checkNewVersion: false, sendAnonymousUsage: false },
    entryPoints: { secure: { address: `127.0.0.1:${port}` } },
    providers: {
      // It takes the annotations of ingress-nginx.
      kubernetesIngressNGINX: {
        httpsEntryPoint: 'secure',
        publishStatusAddress: ['127.0.0.1'],
      },
      kubernetesGateway: {},
    },
  };
}
