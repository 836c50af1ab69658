import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useMemo, useState, type ReactElement } from 'react';
import { EmptyState } from '../empty-state.tsx';
import { usePane } from '../pane-context.ts';
import { byCounty, findForms, formIndex } from './find-forms.ts';
import { FormCard } from './form-card.tsx';

const useStyles = makeStyles({
  search: {
    display: 'flex',
    flexShrink: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  input: { flexGrow: 1, minWidth: 0 },
  forms: { flexGrow: 1, minHeight: 0, overflowY: 'auto', paddingBottom: tokens.spacingVerticalM },
  county: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: {
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  announced: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The blank forms of all counties, with a picture of each and what it is for. */
export function Gallery(): ReactElement {
  const styles = useStyles();
  const { state, t } = usePane();
  const [query, setQuery] = useState('');
  const index = useMemo(() => formIndex(state.forms), [state.forms]);
  const found = useMemo(() => findForms(index, query), [index, query]);
  if (state.forms.length === 0) return <EmptyState title={t('gallery-label')} next={t('gallery-loading')} />;
  return (
    <>
      <div className={styles.search} role="search">
        <Input
          className={styles.input}
          type="search"
          aria-label={t('gallery-search')}
          placeholder={t('gallery-search.hint')}
          contentBefore={<Search16Regular />}
          value={query}
          onChange={(_, { value }) => setQuery(value)}
        />
      </div>
      <div className={styles.announced} role="status" aria-live="polite">
        {query.trim() === '' ? '' : t('gallery-found', { count: found.length })}
      </div>
      {found.length === 0 ? (
        <EmptyState title={t('gallery-none')} next={t('gallery-none.next')}>
          <Button onClick={() => setQuery('')}>{t('gallery-all')}</Button>
        </EmptyState>
      ) : (
        <div className={styles.forms}>
          {byCounty(found).map(([county, forms]) => (
            <section key={county} aria-label={county}>
              <h2 className={styles.county}>
                <span lang="zh-CN">{county}</span>
                <span className={styles.count}>{t('gallery-found', { count: forms.length })}</span>
              </h2>
              <ul className={styles.list}>
                {forms.map((form) => (
                  <FormCard key={form.id} form={form} />
                ))}
              </ul>
            </section>
          ))}
        </div>
      )}
    </>
  );
}
