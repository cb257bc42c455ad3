import { serialize } from '../../storage/serialize';
import { managerOf } from '../managerOf';
import { draftFor } from './draftFor';
import type { Handler } from './Handler';
import { subresourceOf } from './subresourceOf';

/** PUT of an object or its status. */
export const handleUpdate: Handler = async (context, exchange, target) => {
  const { type, namespace, name = '' } = target;
  const body = await exchange.readObject();
  const draft = draftFor(body, target);
  const subresource = subresourceOf(target);
  const live = context.registry.read(type, namespace, name);
  const object = context.registry.update(type, live, draft, {
    manager: managerOf(exchange, 'Update', subresource),
    dryRun: exchange.query.has('dryRun'),
    subresource,
  });
  exchange.sendText(200, serialize(object), 'application/json');
};
