import { ConflictError } from '@backstage/errors';

/** The name of a new cluster belongs to another one in its namespace. */
export class NameConflictError extends ConflictError {}
