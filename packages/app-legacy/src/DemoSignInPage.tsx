import { useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  type SignInPageProps,
} from '@backstage/core-plugin-api';
import Box from '@material-ui/core/Box';
import Button from '@material-ui/core/Button';
import Container from '@material-ui/core/Container';
import Typography from '@material-ui/core/Typography';

/** One button for each demo user; a reload asks again. */
export const DemoSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const users = config.getOptionalConfigArray('app.demoSignIn.users') ?? [];
  const [name, setName] = useState<string>();

  if (name) {
    return (
      <ProxiedSignInPage
        provider="demo"
        headers={{ 'X-Demo-User': name }}
        onSignInSuccess={onSignInSuccess}
      />
    );
  }
  return (
    <Container maxWidth="sm" component="main">
      <Box mt={4} />
      <Typography variant="h4" component="h1" gutterBottom>
        Compute Clusters demo portal, classic frontend
      </Typography>
      {users.map(user => (
        <Box key={user.getString('name')} my={1}>
          <Button
            fullWidth
            variant="outlined"
            onClick={() => setName(user.getString('name'))}
          >
            {user.getString('name')}
          </Button>
        </Box>
      ))}
    </Container>
  );
};
