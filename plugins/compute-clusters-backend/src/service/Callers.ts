import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';

/** Who calls, as far as ownership is concerned. */
export interface Caller {
  /** Entity ref of a user, or the subject of a service. */
  ref: string;
  /** Lower-cased; none for a service. */
  ownershipRefs: string[];
  admin: boolean;
  /** Set for a service. */
  service?: {
    /** Whether its token is restricted to permissions, so that these were granted one by one. */
    restricted: boolean;
  };
}

/** Finds out who is behind credentials. */
export class Callers {
  static create(options: {
    auth: AuthService;
    userInfo: UserInfoService;
    /** Entity refs of those who may do all. */
    admins: string[];
  }): Callers {
    return new Callers(
      options.auth,
      options.userInfo,
      new Set(lowerCased(options.admins)),
    );
  }

  private constructor(
    private readonly auth: AuthService,
    private readonly userInfo: UserInfoService,
    private readonly admins: Set<string>,
  ) {}

  /** @throws AuthenticationError if nobody is */
  async of(credentials: BackstageCredentials): Promise<Caller> {
    if (this.auth.isPrincipal(credentials, 'service')) {
      const { subject, accessRestrictions } = credentials.principal;
      const { permissionNames, permissionAttributes } =
        accessRestrictions ?? {};
      return {
        ref: subject,
        ownershipRefs: [],
        admin: false,
        service: {
          restricted: Boolean(permissionNames ?? permissionAttributes),
        },
      };
    }
    if (!this.auth.isPrincipal(credentials, 'user')) {
      throw new AuthenticationError('Sign in first');
    }
    const info = await this.userInfo.getUserInfo(credentials);
    const ownershipRefs = lowerCased(info.ownershipEntityRefs);
    return {
      ref: info.userEntityRef,
      ownershipRefs,
      admin: ownershipRefs.some(ref => this.admins.has(ref)),
    };
  }
}

function lowerCased(refs: string[]): string[] {
  return refs.map(ref => ref.toLocaleLowerCase('en-US'));
}
