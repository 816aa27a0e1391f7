import { isInfo } from './log-levels.ts';

/** How frameworks say that a variable or property is not set; each names it. */
const byFrameworks: readonly RegExp[] = [
  /Could not resolve placeholder '([\w.-]+)'/,
  /Required key '([\w.-]+)' not found/,
  /declared as required but could not be resolved: \[([\w.-]+)/,
  /claims to not accept jdbcUrl, \$\{([\w.-]+)/,
  // An expression of a template or a mapper is no placeholder.
  /^(?!.*(?:[Tt]emplate|[Ee]xpression|ibatis|freemarker|thymeleaf|velocity)).*Exception.*["'\s(]\$\{([A-Za-z_][\w.-]*)(?::[^}]*)?\}/,
];

/** How applications say so. */
const byApplications: readonly RegExp[] = [
  /[Ee]nv(?:ironment)?[ -]?(?:variable|var)s?:? ['"`$]?\{?([A-Za-z_][\w.-]*)\}?['"`]? (?:is |was |must be |has |not )+(?:set|null|defined|found|missing|required|empty|present|provided|configured|been set)/,
  /(?:[Mm]issing|[Uu]nset|[Uu]ndefined)(?: the)?(?: required)?(?: mandatory)? (?:[Ee]nv(?:ironment)? ?(?:variable|var)?|[Vv]ariable|[Pp]roperty|[Cc]onfiguration)s?:? ['"`[$]?\{?([A-Za-z_][\w.-]*)/,
];

/** A variable's or a property's name; a single word may as well be a field of a request. */
const nameForm = /^(?:[A-Z][A-Z\d_]{3,}|[A-Za-z][\w-]*(?:\.[A-Za-z\d][\w-]*)+)$/;

const noDataSource =
  /Failed to (?:configure|determine) a (?:DataSource|suitable driver)|'url' attribute is not specified/;

/** The variable or property of which a line of a log says that it is not set; undefined: it says so of none. */
export function missingVariable(line: string): string | undefined {
  const named = (forms: readonly RegExp[]) =>
    forms.map((words) => words.exec(line)?.[1]).find((one) => one !== undefined);
  const variable = named(byFrameworks) ?? (isInfo(line) ? undefined : byApplication(named(byApplications)));
  if (variable !== undefined && variable.length <= 100) return variable;
  return noDataSource.test(line) ? 'spring.datasource.url' : undefined;
}

function byApplication(name: string | undefined): string | undefined {
  const bare = name?.replace(/[.-]+$/, '');
  return bare !== undefined && nameForm.test(bare) ? bare : undefined;
}
