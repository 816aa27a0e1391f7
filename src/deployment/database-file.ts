/**
 * Files of embedded databases and indexes by their names: H2, SQLite with its journals, HSQLDB, Derby, Realm, Xodus,
 * LevelDB and RocksDB, Lucene. Windows' `Thumbs.db` comes with uploads.
 */
const database =
  /[.](?:h2[.]db|db|db3|sqlite3?|s3db|script|realm|xd|sst|ldb)(?:-wal|-shm|-journal)?$|\/seg0\/|\/(?:segments_\w+|MANIFEST-\d+)$/i;

/** Whether a file holds data of a database that the application itself opens. */
export function isDatabaseFile(path: string): boolean {
  return database.test(path) && !/\/Thumbs[.]db$/i.test(path);
}
