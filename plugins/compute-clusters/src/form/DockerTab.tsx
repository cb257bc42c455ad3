import { useImages } from '../hooks/useReferenceData';
import { useTexts } from '../hooks/useTexts';
import { Choice } from './fields/Choice';

/** Tab Docker settings: the image of driver and executors. */
export function DockerTab() {
  const t = useTexts();
  const { data: images = [] } = useImages();
  return (
    <Choice
      name="spec.image"
      label={t('form.image')}
      help={t('form.imageHelp')}
      none={t('form.imageDefault')}
      options={images.map(({ name, image }) => ({
        value: name,
        label: name,
        details: image,
      }))}
    />
  );
}
