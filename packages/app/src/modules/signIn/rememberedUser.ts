import type { IdentityApi } from '@backstage/core-plugin-api';

// Of the tab, so that two people can be signed in side by side.
const KEY = 'demo-user';

/** Who is signed in in this tab. */
export const rememberedUser = {
  get: (): string | null => sessionStorage.getItem(KEY),
  set: (name: string): void => sessionStorage.setItem(KEY, name),
  forget: (): void => sessionStorage.removeItem(KEY),
};

/** The same identity, whose sign out leads back to the choice of users. */
export function forgottenOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      rememberedUser.forget();
      await identity.signOut();
    },
  };
}
