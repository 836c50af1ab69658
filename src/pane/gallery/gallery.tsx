import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';

const useStyles = makeStyles({
  gallery: { flexGrow: 1, minHeight: 0, overflowY: 'auto', padding: tokens.spacingHorizontalM },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** The blank forms of all counties. */
export function Gallery(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  return (
    <div className={styles.gallery}>
      <ul className={styles.list} aria-label={t('gallery-label')}>
        {state.forms.map((form) => (
          <li key={form.id} data-form={form.id}>
            {form.county} {state.language === 'zh' ? form.title : form.englishTitle}
            <Button size="small" onClick={() => void controller.openForm(form.id)}>
              {t('open-blank')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
