import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseYaml } from 'yaml';
import type { JsonObject, JsonValue } from '../objects/json';
import { isJsonObject } from '../objects/json';
import { StatusError, badRequest } from '../status';

/** As Kubernetes limits request bodies. */
const MAX_BODY = 3 * 1024 * 1024;

/** One request and its answer. */
export class Exchange {
  readonly url: URL;
  readonly method: string;

  constructor(
    readonly request: IncomingMessage,
    readonly response: ServerResponse,
    path: string,
    /** Who asks. */
    readonly user: string,
  ) {
    this.url = new URL(path, 'http://localhost');
    this.method = request.method ?? 'GET';
  }

  get query(): URLSearchParams {
    return this.url.searchParams;
  }

  get contentType(): string {
    return (this.request.headers['content-type'] ?? '').split(';')[0].trim();
  }

  /** Whether the client wants no more than the metadata of objects. */
  get metadataOnly(): boolean {
    return (this.request.headers.accept ?? '').includes(
      'as=PartialObjectMetadata',
    );
  }

  /** Whether a query parameter is set to true. */
  flag(name: string): boolean {
    const value = this.query.get(name);
    return value === 'true' || value === '1';
  }

  sendJson(code: number, body: JsonObject): void {
    this.sendText(code, JSON.stringify(body), 'application/json');
  }

  sendText(code: number, text: string, contentType = 'text/plain'): void {
    const { response } = this;
    if (response.headersSent || response.destroyed) return;
    response.writeHead(code, {
      'Content-Type': contentType,
      'Content-Length': Buffer.byteLength(text),
    });
    response.end(text);
  }

  /** @throws StatusError 400, 413, 415 */
  async readBody(): Promise<JsonValue | undefined> {
    if (this.contentType.includes('protobuf')) {
      throw new StatusError(
        415,
        'UnsupportedMediaType',
        'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
      );
    }
    const text = await this.readText();
    if (text === '') return undefined;
    try {
      // YAML is a superset of JSON, but slow: only where a client says so.
      return this.contentType.includes('yaml')
        ? this.parseAnything(text)
        : JSON.parse(text);
    } catch (error) {
      throw badRequest(
        `the object provided is unrecognized: couldn't get version/kind; json parse error: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }

  /** @throws StatusError 400, 413 */
  async readObject(): Promise<JsonObject> {
    const body = await this.readBody();
    if (!isJsonObject(body)) throw badRequest('the body is not an object');
    return body;
  }

  private parseAnything(text: string): JsonValue {
    return text.trimStart().startsWith('{')
      ? JSON.parse(text)
      : parseYaml(text);
  }

  private async readText(): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.request) {
      const buffer = Buffer.from(chunk);
      size += buffer.length;
      if (size > MAX_BODY) {
        throw new StatusError(
          413,
          'RequestEntityTooLarge',
          `Request entity too large: limit is ${MAX_BODY}`,
        );
      }
      chunks.push(buffer);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}
