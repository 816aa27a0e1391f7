import { type DatabasePlace, databasePlace } from '../../../src/jar/database-place.ts';

test.each<[string, DatabasePlace | undefined]>([
  ['jdbc:mysql://localhost:3306/shop?useSSL=false', 'container'],
  ['jdbc:mysql://127.0.0.1/shop', 'container'],
  ['jdbc:mysql://127.1.2.3/shop', 'container'],
  ['jdbc:mysql://[::1]:3306/shop', 'container'],
  ['jdbc:mysql:///shop', 'container'],
  ['jdbc:mariadb://LOCALHOST/shop', 'container'],
  ['jdbc:postgresql://localhost:5432/shop', 'container'],
  ['jdbc:p6spy:mysql://localhost/shop', 'container'],
  ['jdbc:mysql://app:p@ss@localhost:3306/shop', 'container'],
  ['jdbc:mysql:loadbalance://db1:3306,localhost:3306/shop', 'container'],
  ['jdbc:mariadb://address=(host=127.0.0.1)(port=3306)/shop', 'container'],
  [' jdbc:mysql://host.docker.internal:3306/shop', 'server'],
  ['jdbc:mysql://localhost:p@host.docker.internal/shop', 'server'],
  ['jdbc:mysql://db.example.com/localhost', 'elsewhere'],
  ['jdbc:mysql://localhost.example.com/shop', 'elsewhere'],
  ['jdbc:mysql://10.0.0.4:3306/shop', 'elsewhere'],
  ['jdbc:h2:tcp://localhost/shop', undefined],
  ['', undefined],
])('%s: %s', (url, place) => expect(databasePlace(url)).toBe(place));
