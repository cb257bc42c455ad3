import { useTexts } from '../../hooks/useTexts';
import { ListLink } from './ListLink';
import { Notice } from './Notice';

/** That somebody deleted the cluster that the page shows. */
export function DeletedNotice({ name }: { name: string }) {
  const t = useTexts();
  return (
    <Notice severity="warning" action={<ListLink />}>
      {t('detail.deleted', { name })}
    </Notice>
  );
}
