import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { useEffect, type ReactElement } from 'react';
import type { FormOnSheet } from '../check-calls.ts';
import { usePane } from '../pane-context.ts';
import { localDay } from '../today.ts';
import { AmountEntry, UnitQuestion } from './amount-entry.tsx';
import { nextForm } from './next-form.ts';
import { NextFormCard } from './next-form-card.tsx';
import type { County, ToldProcedure } from './procedure-calls.ts';
import { CategoryEntry, FurtherEntries } from './project-entries.tsx';
import { inputOf, questionOf, typedMore, type ProjectInput, type TypedProject } from './project-input.ts';
import { ScaleView } from './scale-view.tsx';
import { amountText } from './scale-picture.ts';
import { Section } from './section.tsx';
import { StepList } from './step-list.tsx';

const useStyles = makeStyles({
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  entries: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  inner: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
  },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS, minWidth: 0 },
  bar: { minWidth: 0 },
});

/** What follows from an amount in a county: the scale of its thresholds, and the steps. */
export function ProcedureSection({ form }: { readonly form: FormOnSheet | null }): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const { counties, typed, told, failed } = state.overview;
  const project = form?.project ?? null;
  const input = inputOf(project, typed);
  const county = counties.find(({ id }) => id === input.county);
  const question = questionOf(input, county, localDay(), state.language);
  const asked = JSON.stringify(question);
  useEffect(() => {
    if (question) void controller.overview.ask(question);
    // The same question is asked once, whatever else changes on the pane.
  }, [asked, controller]);
  const onType = (more: Partial<TypedProject>): void => controller.overview.type(typedMore(project, typed, more));
  const present = told?.question.county === county?.id ? told : null;
  return (
    <Section title={t('procedure')}>
      {project === null ? (
        <>
          <p className={styles.note}>{t('procedure-next')}</p>
          <CountyEntry counties={counties} county={county} onType={onType} />
        </>
      ) : (
        present && <Source told={present} county={county} />
      )}
      {county && <Project form={form} county={county} input={input} told={present} onType={onType} />}
      {project === null && present && <Source told={present} county={county} />}
      {failed && county && (
        <MessageBar className={styles.bar} intent="warning">
          <MessageBarBody>{t('procedure-failed')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => question && void controller.overview.ask(question)}>
              {t('try-again')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {county && !present && !failed && <Spinner size="tiny" label={t('procedure-asking')} />}
      {present && <Told told={present} present={form?.form.id ?? null} />}
    </Section>
  );
}

function Source({ told, county }: { readonly told: ToldProcedure; readonly county: County | undefined }): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { document, name } = told.source;
  return <p className={styles.small}>{t('procedure-source', { county: county?.name ?? '', document, name })}</p>;
}

interface CountyEntryProps {
  readonly counties: readonly County[];
  readonly county: County | undefined;
  readonly onType: (more: Partial<TypedProject>) => void;
}

function CountyEntry({ counties, county, onType }: CountyEntryProps): ReactElement {
  const { state, t } = usePane();
  return (
    <Field label={t('project-county')} size="small">
      <Select
        size="small"
        value={county?.id ?? ''}
        onChange={(_, { value }) => onType({ county: value === '' ? null : value })}
      >
        <option value="">{t('project-choose')}</option>
        {counties.map(({ id, name }) => (
          <option key={id} value={id}>
            {state.language === 'zh' ? name : `${name} · ${id.charAt(0).toUpperCase()}${id.slice(1)}`}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface ProjectProps {
  readonly form: FormOnSheet | null;
  readonly county: County;
  readonly input: ProjectInput;
  readonly told: ToldProcedure | null;
  readonly onType: (more: Partial<TypedProject>) => void;
}

/** What is known of the project: by the form, or as it is typed. */
function Project({ form, county, input, told, onType }: ProjectProps): ReactElement {
  const styles = useStyles();
  const { controller, state, t } = usePane();
  const project = form?.project ?? null;
  const total = project?.total ?? null;
  const further = told && <FurtherEntries county={county} input={input} onType={onType} asks={told.asks} />;
  if (project === null || total === null) {
    return (
      <div className={styles.entries}>
        {project !== null && (
          <p className={styles.note}>{t(project.unit === null ? 'procedure-no-amount' : 'procedure-amount-missing')}</p>
        )}
        <AmountEntry input={input} onType={onType} />
        <CategoryEntry county={county} input={input} onType={onType} />
        {further}
      </div>
    );
  }
  const facts = [amountText(total, state.language), ...(project.category === null ? [] : [project.category])];
  return (
    <div className={styles.entries}>
      <div>{t('procedure-of-form', { facts: facts.join(state.language === 'zh' ? '，' : ', ') })}</div>
      {!input.differs && <UnitQuestion input={input} onType={onType} isOfForm />}
      <details data-entries="what-if">
        <summary className={styles.summary}>{t('project-change')}</summary>
        <div className={styles.inner}>
          <AmountEntry input={input} onType={onType} />
          <CategoryEntry county={county} input={input} onType={onType} />
        </div>
      </details>
      {input.differs && (
        <MessageBar className={styles.bar} intent="info" layout="multiline">
          <MessageBarBody>{t('project-differs')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => controller.overview.type({ ...state.overview.typed, of: null })}>
              {t('project-restore')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {further}
    </div>
  );
}

/** The answer: the scale, the form to be filled in next, the steps. */
function Told({ told, present }: { readonly told: ToldProcedure; readonly present: string | null }): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const { steps, overlaps, scale, question, calendar, source } = told;
  const certain = steps.filter(({ condition }) => condition === null).length;
  const isOpen = question.total === null && scale.edges.length > 0;
  const next = isOpen ? null : nextForm(steps, present);
  return (
    <>
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('scale-title')}</h3>
        <ScaleView told={told} />
        {overlaps.map((why) => (
          <MessageBar key={why} className={styles.bar} intent="warning" layout="multiline">
            <MessageBarBody>{why}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
      {next && <NextFormCard next={next} />}
      <div className={styles.part}>
        <h3 className={styles.heading}>{t('steps')}</h3>
        {isOpen ? (
          <p className={styles.small}>{t('steps-need-amount')}</p>
        ) : (
          <>
            <p className={styles.small} role="status">
              {t('steps-count', { count: steps.length, certain })}
            </p>
            <StepList steps={steps} present={present} document={source.document} />
            {calendar && <p className={styles.small}>{t('step-calendar', { ...calendar })}</p>}
          </>
        )}
      </div>
    </>
  );
}
