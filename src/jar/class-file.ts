/** Bytes of a class file that its version needs: magic, minor and major version. */
export const classFileHeaderBytes = 8;

/**
 * The Java version that can run a class file: 8 for major version 52, 17 for 61.
 * Undefined where the bytes are no class file (JVM Specification, 4.1 and table 4.1-A: major version = Java version + 44).
 */
export function javaVersionOfClass(header: Buffer): number | undefined {
  if (header.length < classFileHeaderBytes || header.readUInt32BE(0) !== 0xcafebabe) return undefined;
  const major = header.readUInt16BE(6);
  return major >= 45 && major < 200 ? Math.max(1, major - 44) : undefined;
}

/** The entry of a class in the folder of classes: `com.example.App` -> `BOOT-INF/classes/com/example/App.class`. */
export function classEntryName(classesFolder: string, className: string): string {
  return `${classesFolder}${className.replaceAll('.', '/')}.class`;
}

/**
 * The Java version that an application needs: that of its own classes, and no less than what its Spring Boot needs
 * (3 and 4: Java 17; system requirements of the Spring Boot reference).
 */
export function requiredJavaVersion(ownClasses: number, bootVersion: string | undefined): number {
  const major = Number.parseInt(bootVersion ?? '', 10);
  return Math.max(ownClasses, major >= 3 ? 17 : 8);
}
