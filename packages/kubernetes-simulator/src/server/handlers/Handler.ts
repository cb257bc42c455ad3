import type { ApiContext } from '../ApiContext';
import type { Exchange } from '../Exchange';
import type { RequestTarget } from '../RequestTarget';

/** Answers one kind of request. Throws a StatusError to refuse it. */
export type Handler = (
  context: ApiContext,
  exchange: Exchange,
  target: RequestTarget,
) => void | Promise<void>;
