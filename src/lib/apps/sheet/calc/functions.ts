import {
  CellError,
  ErrorType,
  FunctionArgumentType,
  FunctionPlugin,
  type SimpleRangeValue,
  type ImplementedFunctions
} from 'hyperformula';
import { seededDraw } from '../../../kernel/random';
import { displayText } from '../format/display';

/** What a plugin method receives; HyperFormula does not export the types of its syntax tree. */
interface Call {
  readonly type: unknown;
  readonly args: readonly unknown[];
}
/** Given to HyperFormula as its `context`: the story's clock, as a serial. */
export interface CalcContext {
  now(): number;
}

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'val' in value ? value.val : value;
const text = (value: unknown): string => {
  const scalar = plain(value);
  return typeof scalar === 'number' || typeof scalar === 'string' || typeof scalar === 'boolean'
    ? displayText(scalar)
    : '';
};
const many = (expandRanges: boolean) => ({
  parameters: [{ argumentType: FunctionArgumentType.SCALAR }],
  repeatLastArgs: 1,
  expandRanges
});

/** Texts compare with texts whatever their case, numbers with numbers, as in Excel. */
function notAbove(item: unknown, wanted: unknown): boolean {
  if (typeof item === 'string' && typeof wanted === 'string') return item.localeCompare(wanted, 'fr') <= 0;
  return typeof item === 'number' && typeof wanted === 'number' && item <= wanted;
}

/** In [0, 1), by the place of the formula. */
function drawOf(state: unknown): number {
  const { sheet, row, col } = (state as { formulaAddress: { sheet: number; row: number; col: number } })
    .formulaAddress;
  return seededDraw('ALEA', sheet, row, col);
}

/** What HyperFormula lacks of a French Excel, or does otherwise. Not to be used outside `calc/vendor.ts`. */
export class FrenchFunctions extends FunctionPlugin {
  static override implementedFunctions: ImplementedFunctions = {
    AVERAGEIFS: {
      method: 'averageIfs',
      parameters: [
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.NOERROR }
      ],
      repeatLastArgs: 2
    },
    RANK: {
      method: 'rank',
      parameters: [
        { argumentType: FunctionArgumentType.NUMBER },
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.NUMBER, defaultValue: 0 }
      ]
    },
    LOOKUP: {
      method: 'lookup',
      parameters: [
        { argumentType: FunctionArgumentType.NOERROR },
        { argumentType: FunctionArgumentType.RANGE },
        { argumentType: FunctionArgumentType.RANGE, optionalArg: true }
      ]
    },
    RAND: { method: 'rand', parameters: [], isVolatile: true },
    RANDBETWEEN: {
      method: 'randBetween',
      parameters: [
        { argumentType: FunctionArgumentType.NUMBER },
        { argumentType: FunctionArgumentType.NUMBER }
      ],
      isVolatile: true
    },
    CONCAT: { method: 'concat', ...many(true) },
    CONCATENATE: { method: 'concat', ...many(false) },
    TODAY: { method: 'today', parameters: [], isVolatile: true, returnNumberType: 'NUMBER_DATE' as never },
    NOW: { method: 'now', parameters: [], isVolatile: true, returnNumberType: 'NUMBER_DATETIME' as never }
  };

  constructor(interpreter: ConstructorParameters<typeof FunctionPlugin>[0]) {
    super(interpreter);
    // The `&` operator writes numbers and booleans the French way too.
    (interpreter as unknown as { concatOp: unknown }).concatOp = (left: unknown, right: unknown) =>
      [left, right].find((value) => value instanceof CellError) ?? text(left) + text(right);
  }

  /** The numbers of the first range in the lines that meet every criterion: a sum over a count. */
  averageIfs(ast: Call, state: unknown) {
    const call = (procedureName: string, args: readonly unknown[]) =>
      plain(this.evaluateAst({ type: ast.type, procedureName, args } as never, state as never));
    const [range, ...criteria] = ast.args;
    // Criteria on numbers match numbers alone, as an average does.
    const numbers = ['>=0', '<0'].map((value) =>
      call('COUNTIFS', [...criteria, range, { type: 'STRING', value }])
    );
    const sum = call('SUMIFS', ast.args);
    if (typeof sum !== 'number') return sum as CellError;
    const count = numbers.reduce<number>((total, n) => total + (typeof n === 'number' ? n : 0), 0);
    return count === 0 ? new CellError(ErrorType.DIV_BY_ZERO) : sum / count;
  }

  rank(ast: Call, state: unknown) {
    return this.run(ast, state, 'RANK', (value: number, range: SimpleRangeValue, ascending: number) => {
      const numbers = range
        .valuesFromTopLeftCorner()
        .map(plain)
        .filter((item): item is number => typeof item === 'number');
      if (!numbers.includes(value)) return new CellError(ErrorType.NA);
      return 1 + numbers.filter((item) => (ascending ? item < value : item > value)).length;
    });
  }

  /** The last value not above the one looked for, in a line or column in rising order; the other end of a table without `results`. */
  lookup(ast: Call, state: unknown) {
    type Table = SimpleRangeValue | undefined;
    return this.run(ast, state, 'LOOKUP', (value: unknown, table: SimpleRangeValue, results: Table) => {
      const wide = table.width() > table.height();
      const lines = (range: SimpleRangeValue): unknown[][] => {
        const data = range.data.map((row) => row.map(plain));
        return wide ? data : (data[0] ?? []).map((_, column) => data.map((row) => row[column]));
      };
      const [searched = []] = lines(table);
      const wanted = plain(value);
      const found = searched.findLastIndex((item) => notAbove(item, wanted));
      const given = results ? results.data.flat().map(plain) : lines(table).at(-1);
      const answer = found < 0 ? undefined : given?.[found];
      return (answer as number | string | undefined) ?? new CellError(ErrorType.NA);
    });
  }

  /** The draw of a cell is always the same, so that the replay shows what the candidate saw. */
  rand(ast: Call, state: unknown) {
    return this.run(ast, state, 'RAND', () => drawOf(state));
  }

  randBetween(ast: Call, state: unknown) {
    return this.run(ast, state, 'RANDBETWEEN', (low: number, high: number) => {
      const [first, last] = [Math.ceil(low), Math.floor(high)];
      if (last < first) return new CellError(ErrorType.NUM);
      return first + Math.floor(drawOf(state) * (last - first + 1));
    });
  }

  concat(ast: Call, state: unknown) {
    return this.run(ast, state, 'CONCAT', (...values: unknown[]) => {
      const error = values.find((value) => value instanceof CellError);
      return (error as CellError | undefined) ?? values.map(text).join('');
    });
  }

  today(ast: Call, state: unknown) {
    return this.run(ast, state, 'TODAY', () => Math.floor(this.clock()));
  }

  now(ast: Call, state: unknown) {
    return this.run(ast, state, 'NOW', () => this.clock());
  }

  private clock(): number {
    return (this.config as unknown as { context: CalcContext }).context.now();
  }

  private run(
    ast: Call,
    state: unknown,
    name: string,
    body: (...args: never[]) => number | string | CellError
  ) {
    return this.runFunction(ast.args as never, state as never, this.metadata(name), body as never);
  }
}
