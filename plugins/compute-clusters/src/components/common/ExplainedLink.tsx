import type { ButtonProps } from '@material-ui/core/Button';
import { LinkButton } from '@backstage/core-components';
import { ExplainedButton } from './ExplainedButton';

/** A link that looks like a button, and leads nowhere while there is a reason or no address yet. */
export function ExplainedLink(
  props: ButtonProps & { to: string | undefined; reason: string | undefined },
) {
  const { to, reason, ...button } = props;
  if (reason || !to) {
    return <ExplainedButton {...button} reason={reason} disabled />;
  }
  return (
    <LinkButton to={to} variant={button.variant} color={button.color}>
      {button.children}
    </LinkButton>
  );
}
