import { randomUUID } from 'node:crypto';
import { RequestHandler } from 'express';

/** What a proxy may have named a request already. */
const GIVEN = /^[\w.:-]{1,64}$/;

/** Gives each request a name, which its answer, its audit events and the log of its failure tell. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id') ?? '';
  const name = GIVEN.test(given) ? given : randomUUID();
  request.headers['x-request-id'] = name;
  response.set('X-Request-Id', name);
  next();
};
