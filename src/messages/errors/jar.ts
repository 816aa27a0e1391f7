import { text } from '../text.ts';

/** Failures of the jar, all found on the runner before the server is contacted. */
export const jarErrors = {
  JAR_NOT_FOUND: (p: { pattern: string; folder: string }) => ({
    what: text(`No file matches \`jar\`: ${p.pattern}`, `没有文件匹配 \`jar\`：${p.pattern}`),
    why: text(`Looked in ${p.folder}.`, `查找的目录：${p.folder}。`),
    cure: text(
      'Build the project in a step before this one (for Maven: mvn -B package), or correct the path.',
      '请在此步骤之前先构建项目（Maven：mvn -B package），或改正路径。',
    ),
  }),
};
