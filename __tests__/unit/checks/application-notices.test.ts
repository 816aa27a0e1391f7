import { applicationNotices } from '../../../src/checks/application-notices.ts';

const observation = {
  name: 'mccm-server',
  status: 'running',
  exitCode: 0,
  oomKilled: false,
  restarts: 0,
  port: 8004,
  listening: [8004],
  logLines: [
    'org.springframework.data.redis.RedisConnectionFailureException: Unable to connect to Redis',
    'Caused by: java.net.ConnectException: Connection refused',
  ],
};
const codes = (healthBody?: string) => applicationNotices({ ...observation, healthBody }).map(({ code }) => code);

test('what the log says is warned of, unless the actuator says that it works', () => {
  expect(codes()).toEqual(['REDIS_UNREACHABLE']);
  expect(codes('{"status":"UP"}')).toEqual(['REDIS_UNREACHABLE']);
  expect(codes('{"status":"UP","components":{"redis":{"status":"UP"}}}')).toEqual([]);
  expect(codes('{"status":"UP","components":{"db":{"status":"UP"}}}')).toEqual(['REDIS_UNREACHABLE']);
});

test('a body that says DOWN under an accepted status', () => {
  expect(codes('{"status":"DOWN","details":{"redis":{"status":"DOWN"}}}')).toEqual([
    'HEALTH_SAYS_DOWN',
    'REDIS_UNREACHABLE',
  ]);
});
