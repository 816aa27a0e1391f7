/**
 * Whether a JDBC URL names a database in a file that one process holds at a time: then two versions of the
 * application cannot run beside each other. In-memory databases and those behind a server are none.
 * Sources: the manuals of H2 ("Database URL Overview"), HSQLDB ("Connection URL"), Derby and SQLite.
 */
export function isEmbeddedFileDatabase(url: string): boolean {
  const [, kind, rest = ''] = /^jdbc:(?:p6spy:)?(h2|hsqldb|derby|sqlite):(.*)$/i.exec(url.trim()) ?? [];
  switch (kind?.toLowerCase()) {
    case 'h2':
      return !/^(?:mem|tcp|ssl|zip):/i.test(rest);
    case 'hsqldb':
      return !/^(?:mem|hsqls?|https?|res):|^\.$/i.test(rest);
    case 'derby':
      return !/^(?:\/\/|memory:|classpath:|jar:)/i.test(rest);
    case 'sqlite':
      return rest !== '' && !/:memory:|[?&]mode=memory/i.test(rest);
    default:
      return false;
  }
}
