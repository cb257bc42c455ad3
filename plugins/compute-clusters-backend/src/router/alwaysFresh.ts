import { RequestHandler } from 'express';

/** An ETag is the generation of what is saved, not of the state beside it: it must never answer 304. */
export const alwaysFresh: RequestHandler = (request, response, next) => {
  delete request.headers['if-none-match'];
  response.set('Cache-Control', 'no-store');
  next();
};
