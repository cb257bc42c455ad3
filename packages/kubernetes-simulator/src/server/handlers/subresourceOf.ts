import { unknownPath } from '../../status';
import type { RequestTarget } from '../RequestTarget';

/**
 * The part of an object that a write is about.
 *
 * @throws StatusError 404 if the type has no such part
 */
export function subresourceOf({
  type,
  subresource,
}: RequestTarget): 'status' | undefined {
  if (subresource === undefined) return undefined;
  if (subresource === 'status' && type.status) return 'status';
  throw unknownPath();
}
