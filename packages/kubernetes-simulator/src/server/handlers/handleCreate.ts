import { methodNotAllowed } from '../../status';
import { serialize } from '../../storage/serialize';
import { managerOf } from '../managerOf';
import { draftFor } from './draftFor';
import type { Handler } from './Handler';

/** POST of an object. */
export const handleCreate: Handler = async (context, exchange, target) => {
  const { type, namespace, name } = target;
  if (name || (type.namespaced && !namespace)) throw methodNotAllowed();
  const draft = draftFor(await exchange.readObject(), target);
  const object = context.registry.create(type, draft, {
    manager: managerOf(exchange, 'Update'),
    dryRun: exchange.query.has('dryRun'),
  });
  exchange.sendText(201, serialize(object), 'application/json');
};
