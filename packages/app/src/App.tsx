import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

/** The demo portal: every plugin in package.json is discovered, these modules are its own. */
export const app = createApp({ features: [navModule, signInModule] });
