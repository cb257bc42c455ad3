import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import {
  AuthorizePermissionRequest,
  AuthorizePermissionResponse,
  QueryPermissionRequest,
  QueryPermissionResponse,
} from '@backstage/plugin-permission-common';
import { Clock, RecentValues } from '../clock';

const MAX_AGE = 1_000;

/**
 * What the permission policy allowed users in the last second: each question is a request to the permission plugin, and
 * one of that to the auth plugin. Services are decided by their tokens, without a request.
 */
export class RecentPermissions implements PermissionsService {
  static create(options: {
    permissions: PermissionsService;
    auth: AuthService;
    clock: Clock;
  }): RecentPermissions {
    return new RecentPermissions(
      options.permissions,
      options.auth,
      options.clock,
    );
  }

  private readonly decisions: RecentValues<AuthorizePermissionResponse[]>;
  private readonly conditions: RecentValues<QueryPermissionResponse[]>;

  private constructor(
    private readonly permissions: PermissionsService,
    private readonly auth: AuthService,
    clock: Clock,
  ) {
    this.decisions = RecentValues.create({ clock, maxAge: MAX_AGE });
    this.conditions = RecentValues.create({ clock, maxAge: MAX_AGE });
  }

  async authorize(
    requests: AuthorizePermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<AuthorizePermissionResponse[]> {
    const ask = () => this.permissions.authorize(requests, options);
    const key = this.keyOf(requests, options.credentials);
    return key ? await this.decisions.get(key, ask) : await ask();
  }

  async authorizeConditional(
    requests: QueryPermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<QueryPermissionResponse[]> {
    const ask = () => this.permissions.authorizeConditional(requests, options);
    const key = this.keyOf(requests, options.credentials);
    return key ? await this.conditions.get(key, ask) : await ask();
  }

  private keyOf(
    requests: unknown[],
    credentials: BackstageCredentials,
  ): string | undefined {
    return this.auth.isPrincipal(credentials, 'user')
      ? JSON.stringify([credentials.principal, requests])
      : undefined;
  }
}
