import { useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  type SignInPageProps,
} from '@backstage/core-plugin-api';
import { DemoUserList, readDemoUsers } from './DemoUserList';
import { SignInRetry } from './SignInRetry';
import { forgottenOnSignOut, rememberedUser } from './rememberedUser';

/** Lets one pick a demo user, then signs in as that one. */
export const DemoSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const [name, setName] = useState(rememberedUser.get());
  const [attempt, setAttempt] = useState(1);

  const choose = (chosen: string) => {
    rememberedUser.set(chosen);
    setName(chosen);
  };
  const chooseAnother = () => {
    rememberedUser.forget();
    setName(null);
  };

  if (!name) {
    return <DemoUserList users={readDemoUsers(config)} onChoose={choose} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="demo"
      headers={{ 'X-Demo-User': name }}
      onSignInSuccess={identity =>
        onSignInSuccess(forgottenOnSignOut(identity))
      }
      ErrorComponent={({ error }) => (
        <SignInRetry
          error={error}
          onRetry={() => setAttempt(attempt + 1)}
          onChooseAnother={chooseAnother}
        />
      )}
    />
  );
};
