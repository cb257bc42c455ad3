import { z } from 'zod';
import { LAST_RUN, Position } from '../database';
import { clusterListFilterSchema } from './clusterListFilterSchema';
import { ClusterListFilter } from './ComputeClusterService';
import { MalformedRequestError } from './errors';
import { textWithoutNul } from './textWithoutNul';

const LATEST = 8.64e15;

const positionSchema = z.strictObject({
  value: z.union([textWithoutNul(1000), z.number().min(0).max(LATEST)]),
  id: textWithoutNul(64),
  before: z.boolean(),
});

const clusterCursorSchema = z
  .strictObject({ filter: clusterListFilterSchema, position: positionSchema })
  .refine(
    ({ filter, position }) =>
      typeof position.value ===
      (filter.sort?.endsWith('createdAt') ? 'number' : 'string'),
  );

const activityCursorSchema = positionSchema.extend({ value: z.int().min(0) });

const runCursorSchema = positionSchema.extend({
  value: z.int().min(0).max(LAST_RUN),
});

const eventCursorSchema = positionSchema.extend({
  value: z.number().min(0).max(LATEST),
});

/** A place in the list of clusters, with the filter and the sort that it belongs to. */
export interface ClusterCursor {
  filter: ClusterListFilter;
  position: Position;
}

/** The cursor of a place in the list of clusters. */
export function encodeClusterCursor(cursor: ClusterCursor): string {
  return encode(cursor);
}

/** @throws MalformedRequestError */
export function decodeClusterCursor(text: string): ClusterCursor {
  return decode(clusterCursorSchema, text);
}

/** The cursor of a place in the activity. */
export function encodeActivityCursor(position: Position): string {
  return encode(position);
}

/** @throws MalformedRequestError */
export function decodeActivityCursor(text: string): Position {
  return decode(activityCursorSchema, text);
}

/** The cursor of a place in the runs. */
export function encodeRunCursor(position: Position): string {
  return encode(position);
}

/** @throws MalformedRequestError */
export function decodeRunCursor(text: string): Position {
  return decode(runCursorSchema, text);
}

/** The cursor of a place in the events. */
export function encodeEventCursor(position: Position): string {
  return encode(position);
}

/** @throws MalformedRequestError */
export function decodeEventCursor(text: string): Position {
  return decode(eventCursorSchema, text);
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode<T>(schema: z.ZodType<T>, text: string): T {
  const result = schema.safeParse(parseJson(text));
  if (!result.success) {
    throw new MalformedRequestError([
      {
        path: 'cursor',
        code: 'invalid',
        message: 'The cursor is none of this list.',
      },
    ]);
  }
  return result.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
