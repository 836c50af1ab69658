import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { decimal } from '../../procedure/money.ts';
import { FEN } from '../../procedure/range.ts';
import type { TotalUnit } from '../../procedure/read-total.ts';
import { numberText } from './figures.ts';
import { usePane } from '../pane-context.ts';
import { totalOf, type ProjectInput, type TypedProject } from './project-input.ts';
import { amountText } from './scale-picture.ts';

const UNITS: readonly TotalUnit[] = ['万元', '元'];

const useStyles = makeStyles({
  amount: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 96px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  entry: { minWidth: 0, width: '100%', fontVariantNumeric: 'tabular-nums' },
  unit: { minWidth: 0 },
  read: { fontVariantNumeric: 'tabular-nums' },
  question: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
  },
  answers: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
});

interface AmountEntryProps {
  readonly input: ProjectInput;
  readonly onType: (more: Partial<TypedProject>) => void;
}

/** The total and its unit. What it comes to is said at once; what can be read in two ways is asked about. */
export function AmountEntry({ input, onType }: AmountEntryProps): ReactElement {
  const styles = useStyles();
  const { t } = usePane();
  const read = totalOf(input);
  const isWrong = read?.fault !== undefined && read.fault !== 'which-unit';
  const message = isWrong ? t(`total-${read.fault}`) : null;
  const said = useAmount(read?.fen ?? null);
  return (
    <>
      <div className={styles.amount}>
        <Field
          label={t('project-amount')}
          size="small"
          validationState={isWrong ? 'error' : 'none'}
          validationMessage={message}
          hint={
            isWrong ? null : (
              <span className={styles.read}>
                {said === null ? t('project-amount-hint') : t('project-read', { amount: said })}
              </span>
            )
          }
        >
          <Input
            className={styles.entry}
            size="small"
            inputMode="decimal"
            autoComplete="off"
            maxLength={40}
            value={input.amount}
            onChange={(_, { value }) => onType({ amount: value })}
          />
        </Field>
        <Field label={t('project-unit')} size="small">
          <Select
            className={styles.unit}
            size="small"
            value={input.unit ?? ''}
            onChange={(_, { value }) => onType({ unit: UNITS.find((unit) => unit === value) ?? null })}
          >
            <option value="">{t('project-unit-open')}</option>
            <option value="万元">{t('project-unit-wan')}</option>
            <option value="元">{t('project-unit-yuan')}</option>
          </Select>
        </Field>
      </div>
      <UnitQuestion input={input} onType={onType} isOfForm={false} />
    </>
  );
}

/** Asks whether 元 or 万元 is meant, where a number is large enough for either. */
export function UnitQuestion({
  input,
  onType,
  isOfForm,
}: AmountEntryProps & { readonly isOfForm: boolean }): ReactElement | null {
  const styles = useStyles();
  const { state, t } = usePane();
  const read = totalOf(input);
  if (read?.fault !== 'which-unit') return null;
  const number = input.amount.trim();
  return (
    <div className={styles.question} role="group" aria-label={t('project-unit')} data-question="unit">
      {t(isOfForm ? 'total-which-unit-form' : 'total-which-unit')}
      <div className={styles.answers}>
        <Button size="small" onClick={() => onType({ amount: input.amount, unit: '元' })}>
          {t('total-as-yuan', { number, amount: amountText(read.yuan, state.language) })}
        </Button>
        <Button size="small" onClick={() => onType({ amount: input.amount, unit: '万元' })}>
          {t('total-as-wan', { number, amount: amountText(read.wan, state.language) })}
        </Button>
      </div>
    </div>
  );
}

/** An amount in both units: 480 万元（4800000 元）. */
function useAmount(fen: number | null): string | null {
  const { state, t } = usePane();
  if (fen === null) return null;
  return t('project-amount-both', {
    wan: decimal(fen, FEN.万元),
    yuan: numberText(fen / FEN.元),
    english: amountText(fen, state.language),
  });
}
