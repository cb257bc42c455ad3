import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A certificate that signs itself, of a day. */
export class Certificate {
  /** Makes one of a DNS name, which may begin with `*.`. */
  static async of(dnsName: string): Promise<Certificate> {
    const folder = mkdtempSync(join(tmpdir(), 'compute-clusters-tls-'));
    const certificate = new Certificate(folder);
    await run('openssl', [
      ...['req', '-x509', '-nodes', '-days', '1', '-subj', `/CN=${dnsName}`],
      ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
      ...['-addext', `subjectAltName=DNS:${dnsName}`],
      ...['-keyout', certificate.keyFile, '-out', certificate.file],
    ]);
    return certificate;
  }

  private constructor(private readonly folder: string) {}

  /** What clients are to trust: the variables that name it for gRPC and for OpenSSL. */
  get trust(): Record<string, string> {
    return {
      GRPC_DEFAULT_SSL_ROOTS_FILE_PATH: this.file,
      SSL_CERT_FILE: this.file,
    };
  }

  /** Key and certificate, as PEM. */
  get pem(): { key: string; cert: string } {
    return {
      key: readFileSync(this.keyFile, 'utf8'),
      cert: readFileSync(this.file, 'utf8'),
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get file(): string {
    return join(this.folder, 'certificate.pem');
  }

  private get keyFile(): string {
    return join(this.folder, 'key.pem');
  }
}
