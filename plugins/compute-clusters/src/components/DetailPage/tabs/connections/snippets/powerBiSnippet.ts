import type { Target } from '../Target';
import { ANY_PASSWORD } from './anyPassword';
import type { Snippet } from './Snippet';
import { withThrift } from './withThrift';

/** The connector Spark of Power BI. */
export function powerBiSnippet(target: Target): Snippet {
  return withThrift(target, ({ host, port, tls, transport, httpPath }) => [
    {
      label: 'fields',
      fields: [
        [
          'Server',
          transport === 'http'
            ? `${tls ? 'https' : 'http'}://${host}:${port}/${httpPath}`
            : `${host}:${port}`,
        ],
        ['Protocol', transport === 'http' ? 'HTTP' : 'Standard'],
        ['User name', target.user],
        ['Password', ANY_PASSWORD],
      ],
    },
  ]);
}
