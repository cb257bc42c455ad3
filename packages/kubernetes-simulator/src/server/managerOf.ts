import type { Manager } from '../apply';
import { invalidOptions } from '../status';
import type { Exchange } from './Exchange';

/** Who writes: the given field manager, or else the client's name. */
export function managerOf(
  exchange: Exchange,
  operation: Manager['operation'],
  subresource?: string,
): Manager {
  const given = exchange.query.get('fieldManager');
  if (!given && operation === 'Apply') {
    throw invalidOptions(
      'PatchOptions',
      'fieldManager',
      'FieldValueRequired',
      'Required value: is required for apply patch',
    );
  }
  const agent = exchange.request.headers['user-agent'] ?? 'unknown';
  const name = given || agent.split('/')[0].slice(0, 128);
  return { name, operation, ...(subresource ? { subresource } : {}) };
}
