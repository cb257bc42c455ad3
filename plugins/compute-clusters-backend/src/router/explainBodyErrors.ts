import { ErrorRequestHandler } from 'express';
import { MalformedRequestError } from '../service';

/** Says what is wrong with a body that is no JSON; other errors, as too large a body, speak for themselves. */
export const explainBodyErrors: ErrorRequestHandler = (
  error,
  _request,
  _response,
  next,
) => {
  next(
    error?.type === 'entity.parse.failed'
      ? new MalformedRequestError([
          { path: '', code: 'malformed', message: 'The body is not JSON.' },
        ])
      : error,
  );
};
