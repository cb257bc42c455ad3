import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  computeClusterCreatePermission,
  computeClusterOperatePermission,
  computeClusterReadPermission,
} from '@compute-clusters/backstage-plugin-compute-clusters-common';
import { ManualClock } from '../clock';
import { RecentPermissions } from './RecentPermissions';

const ALICE = mockCredentials.user('user:default/data-engineer');
const BOB = mockCredentials.user('user:default/ml-engineer');

describe('RecentPermissions', () => {
  const clock = ManualClock.create();
  let asked: number;
  let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
  let recent: RecentPermissions;

  beforeEach(() => {
    asked = 0;
    result = AuthorizeResult.ALLOW;
    const answer = async (requests: unknown[]) => {
      asked++;
      return requests.map(() => ({ result }));
    };
    recent = RecentPermissions.create({
      permissions: { authorize: answer, authorizeConditional: answer },
      auth: mockServices.auth(),
      clock,
    });
  });

  const mayCreate = async (credentials: BackstageCredentials) => {
    const [decision] = await recent.authorize(
      [{ permission: computeClusterCreatePermission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  };
  const query = (...permissions: (typeof computeClusterReadPermission)[]) =>
    recent.authorizeConditional(
      permissions.map(permission => ({ permission })),
      { credentials: ALICE },
    );

  it('asks once for what a user asks within a second', async () => {
    await Promise.all([mayCreate(ALICE), mayCreate(ALICE)]);
    await mayCreate(ALICE);
    expect(asked).toBe(1);
  });

  it('asks again after a second', async () => {
    expect(await mayCreate(ALICE)).toBe(true);
    result = AuthorizeResult.DENY;
    clock.advance(1_000);
    expect(await mayCreate(ALICE)).toBe(false);
  });

  it('never gives one user what another may do', async () => {
    expect(await mayCreate(ALICE)).toBe(true);
    result = AuthorizeResult.DENY;
    expect(await mayCreate(BOB)).toBe(false);
  });

  it('tells questions apart by their permissions', async () => {
    await query(computeClusterReadPermission);
    await query(computeClusterReadPermission, computeClusterOperatePermission);
    await query(computeClusterReadPermission);
    expect(asked).toBe(2);
  });

  it('keeps nothing of a service, whose token may be restricted', async () => {
    await mayCreate(mockCredentials.service('plugin:scaffolder'));
    await mayCreate(mockCredentials.service('plugin:scaffolder'));
    expect(asked).toBe(2);
  });
});
