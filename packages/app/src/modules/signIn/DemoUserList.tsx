import type { ConfigApi } from '@backstage/core-plugin-api';
import Card from '@material-ui/core/Card';
import CardActionArea from '@material-ui/core/CardActionArea';
import CardContent from '@material-ui/core/CardContent';
import Container from '@material-ui/core/Container';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';

/** A user whom the sign-in page offers. */
export interface DemoUser {
  name: string;
  title: string;
  team: string;
}

/** The users of `app.demoSignIn`. */
export function readDemoUsers(config: ConfigApi): DemoUser[] {
  const users = config.getOptionalConfigArray('app.demoSignIn.users') ?? [];
  return users.map(user => ({
    name: user.getString('name'),
    title: user.getString('title'),
    team: user.getString('team'),
  }));
}

const useStyles = makeStyles(theme => ({
  page: { paddingTop: theme.spacing(8) },
  users: { listStyle: 'none', padding: 0 },
  user: { marginTop: theme.spacing(2), textAlign: 'left' },
}));

/** One button for each user. */
export const DemoUserList = (props: {
  users: DemoUser[];
  onChoose: (name: string) => void;
}) => {
  const classes = useStyles();
  return (
    <Container maxWidth="sm" component="main" className={classes.page}>
      <Typography variant="h4" component="h1" gutterBottom>
        Compute Clusters demo portal
      </Typography>
      <Typography>
        Sign in as one of its users. There is no password.
      </Typography>
      <ul className={classes.users} aria-label="Users">
        {props.users.map(user => (
          <li key={user.name}>
            <Card className={classes.user}>
              <CardActionArea onClick={() => props.onChoose(user.name)}>
                <CardContent>
                  <Typography variant="h6" component="span" display="block">
                    {user.name}
                  </Typography>
                  <Typography component="span" color="textSecondary">
                    {user.title}, {user.team}
                  </Typography>
                </CardContent>
              </CardActionArea>
            </Card>
          </li>
        ))}
      </ul>
    </Container>
  );
};
