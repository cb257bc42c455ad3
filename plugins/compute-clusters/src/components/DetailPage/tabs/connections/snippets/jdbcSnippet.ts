import type { Target } from '../Target';
import { jdbcUrl } from './jdbcUrl';
import { shellQuoted } from './quoted';
import type { Snippet } from './Snippet';
import { withThrift } from './withThrift';

/** Hive's JDBC driver, and beeline, which every Spark has in its bin. */
export function jdbcSnippet(target: Target): Snippet {
  return withThrift(target, thrift => [
    { label: 'url', text: jdbcUrl(thrift) },
    {
      label: 'fields',
      fields: [
        ['Driver class', 'org.apache.hive.jdbc.HiveDriver'],
        ['Maven', 'org.apache.hive:hive-jdbc:2.3.10:standalone'],
        ['User', target.user],
      ],
    },
    {
      label: 'beeline',
      text: `beeline -u ${shellQuoted(jdbcUrl(thrift))} -n ${shellQuoted(
        target.user,
      )} -e 'SELECT 41 + 1 AS answer;'`,
    },
  ]);
}
