import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';
import type { NextForm } from './next-form.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  words: { flexGrow: 1, flexBasis: '160px', minWidth: 0, overflowWrap: 'anywhere' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** The form to be filled in next, to be opened from the gallery. */
export function NextFormCard({ next }: { readonly next: NextForm }): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { name, form, step } = next;
  const { condition } = step;
  return (
    <div className={styles.card} data-next-form={form}>
      <div className={styles.words}>
        <div className={styles.small}>{t('next-form')}</div>
        <div className={styles.name} lang="zh-CN">
          {name}
        </div>
        <div className={styles.small}>
          {condition !== null && `${t('step-if', { condition })}${state.language === 'zh' ? '，' : ', '}`}
          {t('next-form-step', { step: step.step })}
        </div>
      </div>
      {controller.host.capabilities.opensForms && (
        <Button
          size="small"
          disabled={state.busy}
          aria-label={t('open-form-of', { name })}
          onClick={() => void controller.openForm(form)}
        >
          {t('open-form')}
        </Button>
      )}
    </div>
  );
}
