import { NotFoundError } from '@backstage/errors';
import { mockServices } from '@backstage/backend-test-utils';
import express, { ErrorRequestHandler } from 'express';
import request from 'supertest';
import { logFailures } from './logFailures';
import { nameRequest } from './nameRequest';

const answer: ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(500).end();
};

describe('logFailures', () => {
  const fail = async (error: unknown) => {
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const app = express();
    app.use(nameRequest);
    app.get('/clusters', () => {
      throw error;
    });
    app.use(logFailures(logger), answer);
    await request(app).get('/clusters').set('X-Request-Id', 'r-1');
    return logger;
  };

  it('tells of a fault of ours under the name of its request', async () => {
    const error = new TypeError('x is undefined');
    const logger = await fail(error);
    expect(logger.child).toHaveBeenCalledWith({ requestId: 'r-1' });
    expect(logger.error).toHaveBeenCalledWith('GET /clusters failed', error);
  });

  it.each([
    new NotFoundError('none'),
    Object.assign(new Error('stale'), { statusCode: 412 }),
  ])('leaves out what callers did wrong: %s', async error => {
    expect((await fail(error)).error).not.toHaveBeenCalled();
  });
});
