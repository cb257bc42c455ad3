/**
 * What the parts of the compute clusters plugin share: types, rules, sizes, prices and the client of its API.
 *
 * @packageDocumentation
 */
export * from './schema/openapi';
export * from './client';
export * from './form';
export * from './format';
export * from './pricing';
export * from './schedule';
export * from './sizing';
export * from './names';
export * from './entity';
export * from './events';
export * from './limits';
export * from './permissions';
export * from './states';
