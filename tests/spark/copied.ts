/* eslint-disable @backstage/no-relative-monorepo-imports -- what the page copies is no API of the plugin */
import type { Connections } from '@compute-clusters/backstage-plugin-compute-clusters-common';
import {
  CODE_CLIENTS,
  SQL_CLIENTS,
  type ClientName,
} from '../../plugins/compute-clusters/src/components/DetailPage/tabs/connections/clients';
import type { PartLabel } from '../../plugins/compute-clusters/src/components/DetailPage/tabs/connections/snippets/Snippet';
import {
  type Reach,
  targetOf,
} from '../../plugins/compute-clusters/src/components/DetailPage/tabs/connections/Target';

export type { ClientName, PartLabel };

/** The variable that copied programs read the token from. */
export { TOKEN_VARIABLE } from '../../plugins/compute-clusters/src/components/DetailPage/tabs/connections/snippets/connectUrl';

/** What a user copies from the card of a client on the page; unless told, where ports are forwarded to this computer. */
export function copied(
  connections: Connections,
  cluster: { name: string },
  client: ClientName,
  label: PartLabel,
  reach: Reach = 'forward',
): string {
  const target = targetOf(connections, cluster, reach);
  for (const [name, snippetOf] of [...CODE_CLIENTS, ...SQL_CLIENTS]) {
    if (name === client) {
      const { problem, ...snippet } = snippetOf(target);
      const parts = 'parts' in snippet ? snippet.parts : [];
      for (const part of parts) {
        if ('text' in part && part.label === label) return part.text;
      }
      throw new Error(`${client} has no ${label}: ${problem}`);
    }
  }
  throw new Error(`no card of ${client}`);
}
