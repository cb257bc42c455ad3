/** Groups and users, which a portal has before the plugins: everybody of a new app is the guest. */
export const organization = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: data-engineering
spec:
  type: team
  children: []
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: guest
spec:
  memberOf: [data-engineering]
`;

/** What a test wants otherwise than a new app: its own port, and the guest as a user of the catalog. */
export function testConfig(url: string): string {
  return `
app:
  baseUrl: ${url}
backend:
  baseUrl: ${url}
  listen:
    port: ${new URL(url).port}
  cors:
    origin: ${url}
auth:
  providers:
    guest:
      userEntityRef: user:default/guest
`;
}
