import { markStages } from '../../../src/dockerfile/mark.ts';
import { renderDockerfile } from '../../../src/dockerfile/render.ts';

const mark = 'LABEL deploy-miniprogram-backend.build=MCCM-server';

test('a rendered Dockerfile is marked right after its FROM, the same in every release', () => {
  const text = renderDockerfile({ baseImage: 'eclipse-temurin:8-jre', app: 'MCCM-server', jarName: 'a.jar' });
  expect(markStages(text, 'MCCM-server').split('\n').slice(0, 3)).toEqual([
    'FROM eclipse-temurin:8-jre',
    mark,
    'COPY a.jar /docker/app/MCCM-server/',
  ]);
});

test('every stage is marked; comments, continued lines, here-documents and line ends stay as they are', () => {
  const text = [
    '# syntax=docker/dockerfile:1',
    'ARG BASE=maven:3',
    'from ${BASE} \\',
    '  # a comment',
    '  AS build',
    'RUN echo FROM \\',
    'FROM nowhere',
    'COPY <<EOF /x',
    'FROM nothing',
    'EOF',
    'FROM scratch',
  ];
  const marked = [...text.slice(0, 5), mark, ...text.slice(5), mark];
  expect(markStages(text.join('\n'), 'MCCM-server')).toBe(marked.join('\n'));
  expect(markStages('FROM a\r\nCMD b\r\n', 'MCCM-server')).toBe(`FROM a\r\n${mark}\nCMD b\r\n`);
});
