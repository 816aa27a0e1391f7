import { text } from '../text.ts';

/** Failures of the Dockerfile, all found on the runner before the server is contacted. */
export const dockerfileErrors = {
  /** `detail` says what is wrong with it: missing, a folder, empty, no text, no FROM. */
  DOCKERFILE_UNREADABLE: (p: { path: string; detail: string }) => ({
    what: text(`The Dockerfile cannot be read: ${p.path}`, `无法读取 Dockerfile：${p.path}`),
    why: text(`Found: ${p.detail}`, `原因：${p.detail}`),
    cure: text(
      'Let `dockerfile` name a text file with a FROM line, relative to the workspace; or leave it empty, and one is rendered for the jar.',
      '请让 `dockerfile` 指向含有 FROM 行的文本文件（相对于工作区）；或留空，由本 Action 为该 jar 生成。',
    ),
  }),

  /** `line` counts from 1; `there` lists files that are there, or says that there are none. */
  DOCKERFILE_COPY_FINDS_NOTHING: (p: { line: number; source: string; jar: string; there: string }) => ({
    what: text(
      `Line ${p.line} of the Dockerfile copies ${p.source}, which would not be there`,
      `Dockerfile 第 ${p.line} 行复制 ${p.source}，但该文件不会存在`,
    ),
    why: text(
      `The build folder holds the jar (${p.jar}) and the files of \`context\`: ${p.there}`,
      `构建目录中只有 jar（${p.jar}）和 \`context\` 中的文件：${p.there}`,
    ),
    cure: text(
      'Correct the path in the Dockerfile, or let `context` name the folder that holds this file.',
      '请改正 Dockerfile 中的路径，或让 `context` 指向含有该文件的目录。',
    ),
  }),

  DOCKERFILE_COPY_FINDS_SEVERAL: (p: { line: number; source: string; matches: string }) => ({
    what: text(
      `Line ${p.line} of the Dockerfile copies ${p.source}, which matches several files, to one file`,
      `Dockerfile 第 ${p.line} 行把 ${p.source} 匹配到的多个文件复制成一个文件`,
    ),
    why: text(`It matches: ${p.matches}`, `匹配到：${p.matches}`),
    cure: text(
      'Name the jar exactly, keep the other files out of `context`, or copy into a folder (a destination that ends with /).',
      '请写明 jar 的确切名称，或不要把其他文件放进 `context`，或复制到目录（目标以 / 结尾）。',
    ),
  }),

  DOCKERFILE_NO_JAR: (p: { jar: string }) => ({
    what: text('No COPY or ADD of the Dockerfile takes the jar', 'Dockerfile 中没有任何 COPY 或 ADD 复制 jar'),
    why: text(
      `The image would not contain ${p.jar}: looked for a source that ends in .jar, a folder, or \`COPY . .\`; COPY --from and ONBUILD do not count.`,
      `镜像中不会包含 ${p.jar}：查找了以 .jar 结尾的来源、目录以及 \`COPY . .\`；COPY --from 和 ONBUILD 不算。`,
    ),
    cure: text(
      'Add a line such as `COPY target/*.jar app.jar`, or leave `dockerfile` empty, and one is rendered for the jar.',
      '请加入类似 `COPY target/*.jar app.jar` 的一行；或将 `dockerfile` 留空，由本 Action 为该 jar 生成。',
    ),
  }),

  DOCKERFILE_JAR_AMBIGUOUS: (p: { jar: string; sources: string }) => ({
    what: text(
      `The Dockerfile copies several jars, and it cannot be told which is the application: ${p.sources}`,
      `Dockerfile 复制了多个 jar，无法判断哪个是应用：${p.sources}`,
    ),
    why: text(
      `None of them is named like ${p.jar}, and \`context\` holds none of them.`,
      `它们都与 ${p.jar} 不同名，且 \`context\` 中都没有。`,
    ),
    cure: text(
      'Put the other jars into `context`, or name the application as the build names it (`COPY target/*.jar app.jar`).',
      '请把其他 jar 放进 `context`，或按构建产物的名称书写应用的 jar（`COPY target/*.jar app.jar`）。',
    ),
  }),

  DOCKERFILE_ARG_UNSET: (p: { line: number; name: string; instruction: string }) => ({
    what: text(
      `Line ${p.line} of the Dockerfile uses \${${p.name}}, which has no value: ${p.instruction}`,
      `Dockerfile 第 ${p.line} 行使用了没有值的 \${${p.name}}：${p.instruction}`,
    ),
    why: text(
      'It is declared without a default, or not at all in this stage, and `build-args` does not set it.',
      '它在声明时没有默认值，或在该阶段没有声明，并且 `build-args` 没有设置它。',
    ),
    cure: text(
      `Give the input \`build-args\` a line ${p.name}=value, or the Dockerfile a default: ARG ${p.name}=value`,
      `请在参数 \`build-args\` 中加一行 ${p.name}=值，或在 Dockerfile 中给出默认值：ARG ${p.name}=值`,
    ),
  }),

  DOCKER_BASE_IMAGE_INVALID: (p: { image: string }) => ({
    what: text(`\`base-image\` is not the name of an image: ${p.image}`, `\`base-image\` 不是有效的镜像名：${p.image}`),
    why: text(
      'A name is [host[:port]/]path[:tag][@sha256:digest], its path in lower case, without spaces.',
      '镜像名的格式为 [主机[:端口]/]路径[:标签][@sha256:摘要]，路径为小写，不含空格。',
    ),
    cure: text(
      'Write for example `base-image: eclipse-temurin:17-jre`, or leave it empty for the one that fits the jar.',
      '例如写 `base-image: eclipse-temurin:17-jre`；或留空，使用适合该 jar 的镜像。',
    ),
  }),
};
