import { createRequest } from './createRequest';
import { startTestPortal, TestPortalOptions } from './startTestPortal';

/** A portal with requests of a data engineer, who also creates clusters. */
export async function startForEngineer(options: TestPortalOptions) {
  const portal = await startTestPortal(options);
  const engineer = portal.as('data-engineer');
  const create = async (changes: Parameters<typeof createRequest>[0] = {}) => {
    const { body } = await engineer
      .post('/clusters')
      .send(createRequest(changes))
      .expect(201);
    return body;
  };
  return { ...portal, engineer, create };
}
