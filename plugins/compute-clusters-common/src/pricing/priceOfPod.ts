import { Price } from '../schema/openapi';

/**
 * Minor units that one pod of a node type costs an hour: the spot price for executors that ask for spot machines, where
 * the node type has one.
 *
 * @public
 */
export function priceOfPod(price: Price, options: { spot: boolean }): number {
  return options.spot ? price.spot ?? price.onDemand : price.onDemand;
}
