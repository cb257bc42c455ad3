import type { Target } from '../Target';
import { ANY_PASSWORD } from './anyPassword';
import type { Snippet } from './Snippet';
import { withThrift } from './withThrift';

/** The connector Spark SQL of Tableau. */
export function tableauSnippet(target: Target): Snippet {
  return withThrift(target, ({ host, port, tls, transport, httpPath }) => [
    {
      label: 'fields',
      fields: [
        ['Server', host],
        ['Port', String(port)],
        ['Type', 'SparkThriftServer'],
        [
          'Authentication',
          transport === 'http' ? 'Username and Password' : 'Username',
        ],
        ['Transport', transport === 'http' ? 'HTTP' : 'SASL'],
        ['Username', target.user],
        ...(transport === 'http'
          ? ([
              ['Password', ANY_PASSWORD],
              ['HTTP Path', httpPath ?? ''],
            ] as const)
          : []),
        ['Require SSL', tls ? 'Yes' : 'No'],
      ],
    },
  ]);
}
