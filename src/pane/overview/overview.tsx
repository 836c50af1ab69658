import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';
import { checkedOf } from '../state.ts';
import { FigureSection } from './figure-section.tsx';
import { ProcedureSection } from './procedure-section.tsx';

const useStyles = makeStyles({
  overview: { flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  top: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  note: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What the form amounts to, and what follows from its amount; without a form the procedure of a county. */
export function Overview(): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const forms = checkedOf(state)?.forms ?? [];
  const shown = forms[state.overview.form] ?? forms[0] ?? null;
  return (
    <div className={styles.overview} data-overview={shown?.form.id ?? ''}>
      {forms.length > 1 && (
        <div className={styles.top}>
          <Field label={t('figures-of')} size="small">
            <Select
              size="small"
              value={String(forms.findIndex((one) => one === shown))}
              onChange={(_, { value }) => controller.overview.showForm(Number(value))}
            >
              {forms.map(({ form, sheet, sheetId }, index) => (
                <option key={`${form.id} ${sheetId}`} value={index}>
                  {t('figures-of-one', {
                    title: state.language === 'zh' ? form.title : form.englishTitle,
                    sheet,
                  })}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      {shown ? <FigureSection form={shown} /> : state.hasDocument && <p className={styles.note}>{t('figures-none')}</p>}
      <ProcedureSection form={shown} />
    </div>
  );
}
