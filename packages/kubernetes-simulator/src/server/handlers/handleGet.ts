import { serialize } from '../../storage/serialize';
import type { Handler } from './Handler';

/** GET of one object. */
export const handleGet: Handler = (context, exchange, target) => {
  const { type, namespace, name = '' } = target;
  const object = context.registry.read(type, namespace, name);
  exchange.sendText(200, serialize(object), 'application/json');
};
