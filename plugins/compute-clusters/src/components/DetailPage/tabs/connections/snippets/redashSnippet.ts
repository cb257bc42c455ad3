import type { Target } from '../Target';
import { ANY_PASSWORD } from './anyPassword';
import type { Snippet, SnippetField } from './Snippet';
import { withPyHive } from './withPyHive';

/** The data sources Hive and Hive (HTTP) of Redash, by PyHive. */
export function redashSnippet(target: Target): Snippet {
  return withPyHive(target, ({ host, port, tls, transport, httpPath }) => {
    const http: SnippetField[] =
      transport === 'http'
        ? [
            ['HTTP Path', httpPath ?? ''],
            ['HTTP Scheme', tls ? 'https' : 'http'],
            ['Password', ANY_PASSWORD],
          ]
        : [];
    return [
      {
        label: 'fields',
        fields: [
          ['Type', transport === 'http' ? 'Hive (HTTP)' : 'Hive'],
          ['Host', host],
          ['Port', String(port)],
          ['Database', 'default'],
          ['Username', target.user],
          ...http,
        ],
      },
    ];
  });
}
