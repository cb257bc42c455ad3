import { ResponseError } from '@backstage/errors';
import { messageOf } from './messageOf';

describe('messageOf', () => {
  const refusal = (headers: Record<string, string>) =>
    ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'ConflictError', message: 'It is STOPPED.' },
          response: { statusCode: 409 },
        }),
        {
          status: 409,
          headers: { 'Content-Type': 'application/json', ...headers },
        },
      ),
    );

  it('tells the backend’s words and the name of the request', async () => {
    expect(messageOf(await refusal({ 'X-Request-Id': 'r-1' }))).toBe(
      'It is STOPPED. (request r-1)',
    );
  });

  it('tells the words alone where no request is named', async () => {
    expect(messageOf(await refusal({}))).toBe('It is STOPPED.');
    expect(messageOf(new Error('offline'))).toBe('offline');
  });
});
