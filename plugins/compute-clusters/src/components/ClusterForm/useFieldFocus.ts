import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type {
  ClusterField,
  ClusterFormValues,
} from '../../form/clusterFormValues';
import { tabOf, type FormTab } from '../../form/formFields';

/** Shows the tab of a field, then focuses the field; of a list as a whole, the button that adds a row. */
export function useFieldFocus(setTab: (tab: FormTab) => void) {
  const { setFocus } = useFormContext<ClusterFormValues>();
  const [wanted, setWanted] = useState<{ field: ClusterField }>();
  useEffect(() => {
    if (!wanted) return;
    const addButton = document.querySelector<HTMLElement>(
      `[data-cluster-list="${wanted.field}"]`,
    );
    if (addButton) addButton.focus();
    else setFocus(wanted.field);
  }, [wanted, setFocus]);
  return (field: ClusterField) => {
    setTab(tabOf(field));
    setWanted({ field });
  };
}
