import { Answer } from '../kubernetes';
import { SparkUiClosedError, SparkUiUnavailableError } from './errors';
import { unlessRefused } from './unlessRefused';

const status = (reason: string) =>
  JSON.stringify({
    kind: 'Status',
    apiVersion: 'v1',
    reason,
    message: 'pod 10.0.0.1',
  });

function answerOf(code: number, type: string, chunks: string[]): Answer {
  return {
    status: code,
    headers: { 'content-type': type },
    body: (async function* body() {
      yield* chunks.map(chunk => Buffer.from(chunk));
    })(),
  };
}

async function textOf({ body }: Answer): Promise<string> {
  let text = '';
  for await (const chunk of body) {
    text += chunk;
  }
  return text;
}

describe('unlessRefused', () => {
  it.each([
    ['a page', 200, 'text/html', ['<p>', 'x']],
    ['JSON', 200, 'application/json', [status('NotFound')]],
    ['Spark’s error page', 404, 'text/html', ['not found']],
    ['Spark’s error as JSON', 404, 'application/json', ['{"kind":', '"x"}']],
    [
      'a long error as JSON',
      500,
      'application/json',
      ['"', 'x'.repeat(70_000), 'y"'],
    ],
  ])('passes on %s', async (_, code, type, chunks) => {
    const answer = await unlessRefused(answerOf(code, type, chunks));
    expect(await textOf(answer)).toBe(chunks.join(''));
  });

  it.each([
    ['the pod is gone', 404, 'NotFound', SparkUiClosedError, 'has just ended'],
    [
      'the driver does not listen',
      503,
      'ServiceUnavailable',
      SparkUiUnavailableError,
      'does not answer',
    ],
    [
      'the portal lacks the right',
      403,
      'Forbidden',
      SparkUiUnavailableError,
      'pods/proxy',
    ],
    [
      'the portal’s token has expired',
      401,
      'Unauthorized',
      SparkUiUnavailableError,
      'does not answer',
    ],
  ])('says when %s', async (_, code, reason, type, words) => {
    const refusal = unlessRefused(
      answerOf(code, 'application/json', [status(reason)]),
    );
    await expect(refusal).rejects.toBeInstanceOf(type);
    await expect(refusal).rejects.toThrow(words);
    await expect(refusal).rejects.not.toThrow('10.0.0.1');
  });
});
