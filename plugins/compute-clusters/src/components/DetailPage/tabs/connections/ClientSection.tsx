import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ClientCard } from './ClientCard';
import type { ClientSnippet } from './clients';
import type { Target } from './Target';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(3) },
  cards: { marginTop: theme.spacing(1) },
  card: { minWidth: 0 },
}));

/** Cards of clients of one kind. */
export function ClientSection(props: {
  title: string;
  help: string;
  target: Target;
  clients: readonly ClientSnippet[];
}) {
  const classes = useStyles();
  const { title, help, target, clients } = props;
  return (
    <section className={classes.root}>
      <Typography variant="h5" component="h2">
        {title}
      </Typography>
      <Typography variant="body2">{help}</Typography>
      <Grid container spacing={2} className={classes.cards}>
        {clients.map(([name, snippetOf]) => (
          <Grid key={name} item xs={12} md={6} className={classes.card}>
            <ClientCard
              name={name}
              snippet={snippetOf(target)}
              reach={target.reach}
            />
          </Grid>
        ))}
      </Grid>
    </section>
  );
}
