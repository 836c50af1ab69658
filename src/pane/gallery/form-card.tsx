import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import type { FormName } from '../check-calls.ts';
import { usePane } from '../pane-context.ts';
import { formPicture } from './form-pictures.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTop: 'none' },
  },
  // As wide as high, for pages that stand and pages that lie; it has its room before there is a picture.
  frame: {
    flexShrink: 0,
    width: '92px',
    height: '130px',
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'center',
  },
  picture: {
    maxWidth: '100%',
    maxHeight: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow2,
    backgroundColor: '#fff',
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  line: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  whole: { display: 'inline-block' },
  open: { marginTop: 'auto' },
  source: { paddingBottom: tokens.spacingVerticalXXS },
});

/** A form: what its first page looks like, what it is called and for, and its blank for the asking. */
export function FormCard({ form }: { readonly form: FormName }): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { id, title, englishTitle, purpose, source } = form;
  const picture = useMemo(() => formPicture(id), [id]);
  const isChinese = state.language === 'zh';
  const heading = isChinese ? title : englishTitle;
  return (
    <li className={styles.card} data-form={id}>
      <div className={styles.frame}>
        {picture !== undefined && (
          <img className={styles.picture} src={picture} alt="" loading="lazy" decoding="async" />
        )}
      </div>
      <div className={styles.words}>
        <h3 className={styles.title}>{heading}</h3>
        {!isChinese && (
          <p className={styles.line} lang="zh-CN">
            {title}
          </p>
        )}
        {purpose && <p className={styles.line}>{purpose[state.language]}</p>}
        <p className={mergeClasses(styles.line, styles.source)} lang="zh-CN">
          <span className={styles.whole}>{source.document}</span> <span className={styles.whole}>{source.annex}</span>
        </p>
        {controller.host.capabilities.opensForms && (
          <Button
            className={styles.open}
            size="small"
            disabled={state.busy}
            aria-label={t('open-blank-of', { title: heading })}
            onClick={() => void controller.openForm(id)}
          >
            {t('open-blank')}
          </Button>
        )}
      </div>
    </li>
  );
}
