import {
  Button,
  Checkbox,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { usePane } from '../pane-context.ts';
import type { Checked } from '../state.ts';
import { draftOpinion } from './opinion.ts';

const useStyles = makeStyles({
  conclusion: {
    alignSelf: 'flex-start',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  return: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
  approve: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  accept: { marginLeft: '-8px' },
  text: { width: '100%', '& textarea': { height: '44vh', minHeight: '200px', maxHeight: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  bar: { minWidth: 0 },
});

/** The opinion, drafted from the findings until somebody edits it; what was edited is never lost to a new check. */
export function OpinionEditor({ checked }: { readonly checked: Checked }): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { forms, findings } = checked;
  const { language, acceptsIgnored, opinion } = state;
  const drafted = useMemo(
    () => draftOpinion({ forms, findings }, { language, acceptsIgnored }),
    [forms, findings, language, acceptsIgnored],
  );
  const isEdited = opinion !== null && opinion.text !== opinion.draft;
  const isOutdated = isEdited && opinion.draft !== drafted.text;
  const text = isEdited ? opinion.text : drafted.text;
  const edit = (value: string): void =>
    controller.setOpinion({ text: value, draft: isEdited ? opinion.draft : drafted.text, replaced: null });
  const redraft = (): void => controller.setOpinion({ text: drafted.text, draft: drafted.text, replaced: text });
  const replaced = isEdited ? null : (opinion?.replaced ?? null);
  const title = state.documentName ?? forms[0]?.form.title ?? '';
  return (
    <>
      <div className={mergeClasses(styles.conclusion, styles[drafted.conclusion])} data-conclusion={drafted.conclusion}>
        {t(`opinion-${drafted.conclusion}`)}
      </div>
      {checked.counts.ignored > 0 && (
        <Checkbox
          className={styles.accept}
          label={t('accept-ignored')}
          checked={acceptsIgnored}
          onChange={(_, { checked: accepts }) => controller.acceptIgnored(accepts === true)}
        />
      )}
      {isOutdated && (
        <MessageBar className={styles.bar} intent="warning" layout="multiline" data-outdated="">
          <MessageBarBody>{t('opinion-outdated')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={redraft}>
              {t('opinion-redraft')}
            </Button>
            <Button size="small" onClick={() => controller.setOpinion({ ...opinion, draft: drafted.text })}>
              {t('opinion-keep')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {replaced !== null && (
        <MessageBar className={styles.bar} intent="info" layout="multiline">
          <MessageBarBody>{t('opinion-redrafted')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => edit(replaced)}>
              {t('opinion-restore')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <Textarea
        className={styles.text}
        aria-label={t('opinion-label')}
        aria-describedby="tianbao-opinion-hint"
        resize="vertical"
        value={text}
        onChange={(_, { value }) => edit(value)}
      />
      <p className={styles.hint} id="tianbao-opinion-hint">
        {t(isEdited ? 'opinion-edited' : 'opinion-hint')}
      </p>
      <div className={styles.actions}>
        <Button size="small" appearance="primary" onClick={() => void controller.copy(text)}>
          {t('copy')}
        </Button>
        <Button
          size="small"
          onClick={() =>
            void controller.save({
              name: t('opinion-file', { title }),
              type: 'text/plain',
              text: text.replace(/\r?\n/g, '\r\n'),
            })
          }
        >
          {t('save-text')}
        </Button>
        {isEdited && !isOutdated && (
          <Button size="small" onClick={redraft}>
            {t('opinion-redraft')}
          </Button>
        )}
      </div>
    </>
  );
}
