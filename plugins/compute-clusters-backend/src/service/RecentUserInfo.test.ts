import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ManualClock } from '../clock';
import { RecentUserInfo } from './RecentUserInfo';

const ALICE = mockCredentials.user('user:default/data-engineer');
const BOB = mockCredentials.user('user:default/ml-engineer');

describe('RecentUserInfo', () => {
  it('asks once in a second for each user', async () => {
    const clock = ManualClock.create();
    const userInfo = mockServices.userInfo.mock({
      getUserInfo: async credentials => ({
        userEntityRef: JSON.stringify(credentials.principal),
        ownershipEntityRefs: [],
      }),
    });
    const recent = RecentUserInfo.create({
      userInfo,
      auth: mockServices.auth(),
      clock,
    });
    await recent.getUserInfo(ALICE);
    await recent.getUserInfo(ALICE);
    await recent.getUserInfo(BOB);
    expect(userInfo.getUserInfo.mock.calls).toEqual([[ALICE], [BOB]]);
    clock.advance(1_000);
    await recent.getUserInfo(ALICE);
    expect(userInfo.getUserInfo).toHaveBeenCalledTimes(3);
  });
});
