import { Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../pane-context.ts';
import type { County, ToldProcedure } from './procedure-calls.ts';
import { measureOf, withEntry, type ProjectInput, type TypedProject } from './project-input.ts';

const useStyles = makeStyles({
  entries: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  entry: { minWidth: 0, width: '100%' },
});

interface EntriesProps {
  readonly county: County;
  readonly input: ProjectInput;
  readonly onType: (more: Partial<TypedProject>) => void;
}

/** The kinds of projects that the county tells apart. */
export function CategoryEntry({ county, input, onType }: EntriesProps): ReactElement | null {
  const { state, t } = usePane();
  if (county.categories.length === 0) return null;
  return (
    <Field label={t('project-category')} size="small">
      <Select
        size="small"
        value={input.category ?? ''}
        onChange={(_, { value }) => onType({ category: value === '' ? null : value })}
      >
        <option value="">{t('project-category-open')}</option>
        {county.categories.map(({ key, wording, isPart }) => (
          <option key={key} value={key}>
            {(isPart ? '　' : '') + (state.language === 'zh' ? wording.zh : `${key} · ${wording.en}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What else the procedure depends on: facts, quantities beside the total, and the days that deadlines run from. */
export function FurtherEntries({
  county,
  input,
  onType,
  asks,
}: EntriesProps & { readonly asks: ToldProcedure['asks'] }): ReactElement | null {
  const styles = useStyles();
  const { state, t } = usePane();
  const { language } = state;
  const facts = county.facts.filter(({ key }) => asks.facts.includes(key));
  const measures = county.measures.filter(({ key }) => asks.measures.includes(key));
  const events = county.events.filter(({ key }) => asks.events.includes(key));
  const count = facts.length + measures.length + events.length;
  if (count === 0) return null;
  const answered = [
    ...facts.filter(({ key }) => input.facts[key] !== undefined),
    ...measures.filter(({ key, unit }) => measureOf(input.measures[key] ?? '', unit) !== undefined),
    ...events.filter(({ key }) => (input.dates[key] ?? '') !== ''),
  ].length;
  return (
    <details data-entries="further">
      <summary className={styles.summary}>{t('project-facts', { answered, count })}</summary>
      <div className={styles.entries}>
        {facts.map(({ key, wording }) => (
          <Field key={key} label={wording[language]} size="small">
            <Select
              size="small"
              value={factValue(input.facts[key])}
              onChange={(_, { value }) =>
                onType({ facts: withEntry(input.facts, key, value === '' ? undefined : value === 'yes') })
              }
            >
              <option value="">{t('fact-open')}</option>
              <option value="yes">{t('fact-yes')}</option>
              <option value="no">{t('fact-no')}</option>
            </Select>
          </Field>
        ))}
        {measures.map(({ key, wording, unit }) => {
          const typed = input.measures[key] ?? '';
          const isWrong = typed.trim() !== '' && measureOf(typed, unit) === undefined;
          return (
            <Field
              key={key}
              label={t(`project-measure-${unit}`, { what: wording[language] })}
              size="small"
              validationState={isWrong ? 'error' : 'none'}
              validationMessage={isWrong ? t('project-measure-wrong') : null}
            >
              <Input
                className={styles.entry}
                size="small"
                inputMode="decimal"
                autoComplete="off"
                maxLength={40}
                value={typed}
                onChange={(_, { value }) =>
                  onType({ measures: withEntry(input.measures, key, value === '' ? undefined : value) })
                }
              />
            </Field>
          );
        })}
        {events.map(({ key, wording }) => (
          <Field key={key} label={t('project-date', { event: wording[language] })} size="small">
            <Input
              className={styles.entry}
              size="small"
              type="date"
              value={input.dates[key] ?? ''}
              onChange={(_, { value }) =>
                onType({ dates: withEntry(input.dates, key, value === '' ? undefined : value) })
              }
            />
          </Field>
        ))}
      </div>
    </details>
  );
}

function factValue(fact: boolean | undefined): '' | 'yes' | 'no' {
  if (fact === undefined) return '';
  return fact ? 'yes' : 'no';
}
