import { quote } from '../../shell/quote.ts';
import { type Text, text } from '../text.ts';

/**
 * How a build makes an executable jar or war. The parent only configures the plugin, and without a version Maven takes the
 * newest one, whose start classes may need a later Java than the application.
 */
function executableBuild(task: string, taskZh = task): Text {
  const plugin = `<groupId>org.springframework.boot</groupId><artifactId>spring-boot-maven-plugin</artifactId>`;
  const withParent = `<plugin>${plugin}</plugin>`;
  const alone = `<plugin>${plugin}<version>BOOT</version><executions><execution><goals><goal>repackage</goal></goals></execution></executions></plugin>`;
  return text(
    `Maven: if the parent of pom.xml is spring-boot-starter-parent, put \`${withParent}\` into \`<build><plugins>\`; otherwise \`${alone}\` with the version of Spring Boot that the project uses for BOOT. Then build with \`mvn -B clean package\`, and set \`jar\` to the file in target. Gradle: apply the plugin \`org.springframework.boot\`, and set \`jar\` to what the task \`${task}\` writes to build/libs. In a project of several modules, do this in the module that has the \`main\` method.`,
    `Maven：若 pom.xml 的 parent 是 spring-boot-starter-parent，请在 \`<build><plugins>\` 中加入 \`${withParent}\`；否则加入 \`${alone}\`，其中 BOOT 为项目使用的 Spring Boot 版本。然后执行 \`mvn -B clean package\`，并将 \`jar\` 指向 target 中的文件。Gradle：使用插件 \`org.springframework.boot\`，并将 \`jar\` 指向 \`${taskZh}\` 任务在 build/libs 中的产物。多模块项目请在包含 \`main\` 方法的模块中操作。`,
  );
}

/** Failures of the jar, all found on the runner before the server is contacted. */
export const jarErrors = {
  /** `pattern` as the user gave it, `folder` the absolute folder it was looked for in. */
  JAR_NOT_FOUND: (p: { pattern: string; folder: string }) => ({
    what: text(`No file matches \`jar\`: ${p.pattern}`, `没有文件匹配 \`jar\`：${p.pattern}`),
    why: text(`Looked in ${p.folder}.`, `查找的目录：${p.folder}。`),
    cure: text(
      'Build the project in a step before this one (for Maven: `mvn -B package`), or correct the path.',
      '请在此步骤之前先构建项目（Maven：`mvn -B package`），或改正路径。',
    ),
  }),

  /**
   * `setAside` lists the files that match but are never the application; `opened`: some were looked into, not judged by
   * name alone.
   */
  JAR_ONLY_SIDE_PRODUCTS: (p: { pattern: string; setAside: string; opened: boolean }) => ({
    what: text(
      `\`jar\` (${p.pattern}) matches only files that cannot be started: ${p.setAside}`,
      `\`jar\`（${p.pattern}）只匹配到无法启动的文件：${p.setAside}`,
    ),
    why: p.opened
      ? text(
          'None of them contains a class that its META-INF/MANIFEST.MF names as Main-Class: they are libraries, or by-products of a build (*-plain, *-sources, *-javadoc, *.original).',
          '它们都不包含 META-INF/MANIFEST.MF 中 Main-Class 指定的类：它们是依赖库或构建的副产品（*-plain、*-sources、*-javadoc、*.original）。',
        )
      : text(
          'Files named *-plain.jar, *-plain.war, *-sources.jar, *-javadoc.jar and *.original are by-products of a build; the executable jar or war is missing.',
          '*-plain.jar、*-plain.war、*-sources.jar、*-javadoc.jar 和 *.original 都是构建的副产品，缺少可执行的 jar 或 war。',
        ),
    cure: executableBuild('bootJar` or `bootWar', 'bootJar` 或 `bootWar'),
  }),

  /** `matches` lists the files that could be the application, `unread` those of them that are no sound archives. */
  JAR_AMBIGUOUS: (p: { pattern: string; matches: string; unread: readonly string[] }) => ({
    what: !isSome(p.unread)
      ? text(
          `\`jar\` (${p.pattern}) matches more than one executable file: ${p.matches}`,
          `\`jar\`（${p.pattern}）匹配到多个可执行文件：${p.matches}`,
        )
      : text(
          `\`jar\` (${p.pattern}) matches more than one file: ${p.matches}`,
          `\`jar\`（${p.pattern}）匹配到多个文件：${p.matches}`,
        ),
    why: !isSome(p.unread)
      ? text('Only one application can be deployed at a time.', '一次只能部署一个应用。')
      : text(
          `These cannot be read as jars (empty, damaged or cut off), so the action cannot tell which file is the application: ${p.unread.join(', ')}`,
          `以下文件无法作为 jar 读取（为空、已损坏或被截断），因此无法判断哪个文件是应用：${p.unread.join(', ')}`,
        ),
    cure: text(
      'Write a pattern that matches only one of them, or build into a clean folder (`mvn -B clean package`) so that old versions are gone.',
      '请写一个只匹配其中一个文件的模式，或先清理再构建（`mvn -B clean package`），以去掉旧版本。',
    ),
  }),

  /** `detail` is the operating system's word. */
  JAR_UNREADABLE: (p: { path: string; detail: string }) => ({
    what: text(`The jar cannot be read: ${p.path}`, `无法读取 jar：${p.path}`),
    why: text(`The system says: ${p.detail}`, `系统返回：${p.detail}`),
    cure: text(
      `Set \`jar\` to a regular file. If another user made it (a container, \`sudo\`), run \`sudo chmod a+r ${quote(String(p.path))}\` in a step before this one.`,
      `请将 \`jar\` 指向普通文件。如果它由其他用户（容器、\`sudo\`）创建，请在此步骤之前执行 \`sudo chmod a+r ${quote(String(p.path))}\`。`,
    ),
  }),

  /** `detail` says what the file begins with. */
  JAR_NOT_A_ZIP: (p: { path: string; detail: string }) => ({
    what: text(`This is not a jar: ${p.path}`, `这不是 jar 文件：${p.path}`),
    why: text(
      `A jar is a zip archive, and this file has no zip directory at its end. It begins with: ${p.detail}`,
      `jar 是 zip 归档，而此文件末尾没有 zip 目录。文件开头为：${p.detail}`,
    ),
    cure: text(
      'Let `jar` name the jar that the build makes. If the file comes from Git LFS, check it out with `lfs: true`; if it was downloaded, look at it: it may be an error page.',
      '请让 `jar` 指向构建生成的 jar。若文件来自 Git LFS，检出时请设置 `lfs: true`；若是下载得到的，请检查其内容，可能是错误页面。',
    ),
  }),

  /** `detail` is what the zip reader met. */
  JAR_CORRUPT: (p: { path: string; detail: string }) => ({
    what: text(`The jar is damaged: ${p.path}`, `jar 已损坏：${p.path}`),
    why: text(`While reading it: ${p.detail}`, `读取时出错：${p.detail}`),
    cure: text(
      'Build the jar again. If it passed through an artifact, a cache or a download, compare its size and SHA-256 with the original.',
      '请重新构建 jar。若它经过了 artifact、缓存或下载，请与原文件比较大小和 SHA-256。',
    ),
  }),

  JAR_NO_MAIN_CLASS: (p: { path: string }) => ({
    what: text(`The jar cannot be started: ${p.path}`, `jar 无法启动：${p.path}`),
    why: text(
      'Its META-INF/MANIFEST.MF is missing or names no Main-Class, so `java -jar` would refuse it.',
      '它的 META-INF/MANIFEST.MF 缺失或没有 Main-Class，`java -jar` 会拒绝启动。',
    ),
    cure: executableBuild('bootJar'),
  }),

  WAR_NOT_EXECUTABLE: (p: { path: string }) => ({
    what: text(`The war cannot be started by itself: ${p.path}`, `war 无法独立启动：${p.path}`),
    why: text(
      'It is an ordinary war for a servlet container: its META-INF/MANIFEST.MF names no Main-Class, so `java -jar` would refuse it.',
      '它是供 Servlet 容器使用的普通 war：META-INF/MANIFEST.MF 中没有 Main-Class，`java -jar` 会拒绝启动。',
    ),
    cure: executableBuild('bootWar'),
  }),

  /** `className` is the class that was looked for. */
  JAR_JAVA_VERSION_UNKNOWN: (p: { path: string; className: string }) => ({
    what: text(`The Java version that ${p.path} needs cannot be told`, `无法判断 ${p.path} 需要的 Java 版本`),
    why: text(
      `The class ${p.className} is not in the jar, nor is any other class of the application.`,
      `jar 中没有类 ${p.className}，也没有应用的其他类。`,
    ),
    cure: text(
      'The build compiled nothing: put the sources into src/main/java (src/main/kotlin with the Kotlin plugin) of the module that makes the jar, then build with `mvn -B clean package`.',
      '构建没有编译任何源码：请将源码放在生成该 jar 的模块的 src/main/java 中（Kotlin：使用 Kotlin 插件，放在 src/main/kotlin 中），然后执行 `mvn -B clean package`。',
    ),
  }),

  /** `name` is the rejected name, `source` where it comes from (the jar's file name or the input). */
  APP_NAME_INVALID: (p: { name: string; source: string }) => ({
    what: text(
      `Not a usable application name: ${p.name} (from ${p.source})`,
      `不可用的应用名：${p.name}（来自 ${p.source}）`,
    ),
    why: text(
      'The name becomes a folder, an image and a container: 2 to 64 letters and digits of ASCII, in groups joined by a dot, one or two underscores, or dashes.',
      '该名称会用作目录、镜像和容器的名称：2 到 64 个 ASCII 字母和数字，各段之间用一个点、一到两个下划线或若干短横线连接。',
    ),
    cure: text('Give the input `app`, for example `app: mccm-server`.', '请填写参数 `app`，例如 `app: mccm-server`。'),
  }),
};

/** Whether a list names something. */
function isSome(list: readonly string[]): boolean {
  return Array.isArray(list) && list.length > 0;
}
