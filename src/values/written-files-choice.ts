/** Stop and name files that an application wrote outside its mounts, carry them into a mounted folder, or let them go. */
export const writtenFilesChoices = ['refuse', 'carry', 'discard'] as const;
export type WrittenFilesChoice = (typeof writtenFilesChoices)[number];
