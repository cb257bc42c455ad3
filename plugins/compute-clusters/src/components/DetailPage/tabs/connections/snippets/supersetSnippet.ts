import type { Target } from '../Target';
import type { Snippet } from './Snippet';
import { sqlalchemyUrl } from './sqlalchemyUrl';
import { withPyHiveUrl } from './withPyHive';

/** The database Apache Spark SQL of Superset, by PyHive. */
export function supersetSnippet(target: Target): Snippet {
  return withPyHiveUrl(target, thrift => [
    { label: 'uri', text: sqlalchemyUrl(target, thrift) },
  ]);
}
