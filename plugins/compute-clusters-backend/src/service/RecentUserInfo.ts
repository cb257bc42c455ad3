import {
  AuthService,
  BackstageCredentials,
  BackstageUserInfo,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Clock, RecentValues } from '../clock';

/**
 * Who users are, as of the last second: each question is a request to the auth plugin, and a page or a script asks for
 * many things at once.
 */
export class RecentUserInfo implements UserInfoService {
  static create(options: {
    userInfo: UserInfoService;
    auth: AuthService;
    clock: Clock;
  }): RecentUserInfo {
    const { userInfo, auth, clock } = options;
    const recent = RecentValues.create<BackstageUserInfo>({
      clock,
      maxAge: 1_000,
    });
    return new RecentUserInfo(userInfo, auth, recent);
  }

  private constructor(
    private readonly userInfo: UserInfoService,
    private readonly auth: AuthService,
    private readonly recent: RecentValues<BackstageUserInfo>,
  ) {}

  async getUserInfo(
    credentials: BackstageCredentials,
  ): Promise<BackstageUserInfo> {
    const read = () => this.userInfo.getUserInfo(credentials);
    if (!this.auth.isPrincipal(credentials, 'user')) {
      return await read();
    }
    const { userEntityRef } = credentials.principal;
    return await this.recent.get(userEntityRef, read);
  }
}
