import type { Target } from '../Target';
import { ANY_PASSWORD } from './anyPassword';
import { jdbcOptions } from './jdbcUrl';
import type { Snippet, SnippetField } from './Snippet';
import { withThrift } from './withThrift';

/** The database Spark SQL of Metabase. */
export function metabaseSnippet(target: Target): Snippet {
  return withThrift(target, thrift => {
    const options = jdbcOptions(thrift);
    const more: SnippetField[] = options
      ? [['Additional JDBC connection string options', options]]
      : [];
    return [
      {
        label: 'fields',
        fields: [
          ['Host', thrift.host],
          ['Port', String(thrift.port)],
          ['Database name', 'default'],
          ['Username', target.user],
          ['Password', ANY_PASSWORD],
          ...more,
        ],
      },
    ];
  });
}
