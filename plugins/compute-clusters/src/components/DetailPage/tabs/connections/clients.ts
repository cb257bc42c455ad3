import type { Target } from './Target';
import { dbtSnippet } from './snippets/dbtSnippet';
import { goSnippet } from './snippets/goSnippet';
import { jdbcSnippet } from './snippets/jdbcSnippet';
import { metabaseSnippet } from './snippets/metabaseSnippet';
import { notebookSnippet } from './snippets/notebookSnippet';
import { powerBiSnippet } from './snippets/powerBiSnippet';
import { pyhiveSnippet } from './snippets/pyhiveSnippet';
import { pysparkSnippet } from './snippets/pysparkSnippet';
import { pythonSnippet } from './snippets/pythonSnippet';
import { redashSnippet } from './snippets/redashSnippet';
import { scalaSnippet } from './snippets/scalaSnippet';
import type { Snippet } from './snippets/Snippet';
import { sqlalchemySnippet } from './snippets/sqlalchemySnippet';
import { supersetSnippet } from './snippets/supersetSnippet';
import { tableauSnippet } from './snippets/tableauSnippet';

type SnippetOf = (target: Target) => Snippet;

/** A client, by what its card is called in the texts, and what it needs. */
export type ClientSnippet<Name extends string = ClientName> = readonly [
  Name,
  SnippetOf,
];

/** Clients of Spark Connect, in the order of their cards. */
export const CODE_CLIENTS = [
  ['python', pythonSnippet],
  ['notebook', notebookSnippet],
  ['pyspark', pysparkSnippet],
  ['scala', scalaSnippet],
  ['go', goSnippet],
] as const satisfies readonly ClientSnippet<string>[];

/** Clients that speak SQL, in the order of their cards. */
export const SQL_CLIENTS = [
  ['jdbc', jdbcSnippet],
  ['pyhive', pyhiveSnippet],
  ['sqlalchemy', sqlalchemySnippet],
  ['dbt', dbtSnippet],
  ['tableau', tableauSnippet],
  ['powerBi', powerBiSnippet],
  ['superset', supersetSnippet],
  ['metabase', metabaseSnippet],
  ['redash', redashSnippet],
] as const satisfies readonly ClientSnippet<string>[];

/** What the card of a client is called in the texts. */
export type ClientName =
  | (typeof CODE_CLIENTS)[number][0]
  | (typeof SQL_CLIENTS)[number][0];

/** Clients that often run on a server, where this computer's localhost leads nowhere. */
export const SERVER_CLIENTS: readonly ClientName[] = [
  'tableau',
  'powerBi',
  'superset',
  'metabase',
  'redash',
];
