import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';

// Titles are long: the choice is as wide as the pane lets it be, not as its longest title.
const useStyles = makeStyles({ chooser: { width: '100%', minWidth: 0, '& select': { width: '100%', minWidth: 0 } } });

/** Chooses the form that the document is checked as, by county. */
export function FormChooser(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const counties = [...new Set(state.forms.map(({ county }) => county))];
  return (
    <Field className={styles.chooser} label={t('choose-form')} size="small">
      <Select
        size="small"
        value={state.only ?? ''}
        onChange={(_, { value }) => void controller.choose(value === '' ? null : value)}
      >
        <option value="">{t('any-form')}</option>
        {counties.map((county) => (
          <optgroup key={county} label={county}>
            {state.forms
              .filter((form) => form.county === county)
              .map((form) => (
                <option key={form.id} value={form.id}>
                  {state.language === 'zh' ? form.title : form.englishTitle}
                </option>
              ))}
          </optgroup>
        ))}
      </Select>
    </Field>
  );
}
