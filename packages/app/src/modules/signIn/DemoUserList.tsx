import type { ConfigApi } from '@backstage/core-plugin-api';
import Card from '@material-ui/core/Card';
import Container from '@material-ui/core/Container';
import List from '@material-ui/core/List';
import ListItem from '@material-ui/core/ListItem';
import ListItemText from '@material-ui/core/ListItemText';
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
  card: { marginTop: theme.spacing(3) },
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
      <Card className={classes.card}>
        <List aria-label="Users">
          {props.users.map(user => (
            <li key={user.name}>
              <ListItem
                button
                component="button"
                onClick={() => props.onChoose(user.name)}
              >
                <ListItemText
                  primary={user.name}
                  secondary={`${user.title}, ${user.team}`}
                />
              </ListItem>
            </li>
          ))}
        </List>
      </Card>
    </Container>
  );
};
