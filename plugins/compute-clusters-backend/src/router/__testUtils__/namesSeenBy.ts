import { startTestPortal } from './startTestPortal';

type Client = ReturnType<Awaited<ReturnType<typeof startTestPortal>>['as']>;

/** Names of all clusters in someone's list. */
export async function namesSeenBy(client: Client) {
  const { body } = await client.get('/clusters').expect(200);
  return body.items.map(({ name }: { name: string }) => name);
}
