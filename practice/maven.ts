/** MAVEN_OPTS for builds that take seconds: what is set, and no optimizing compiler, with which they take twice as long. */
export const mavenOptions = [process.env.MAVEN_OPTS ?? '', '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC'].join(' ').trim();
