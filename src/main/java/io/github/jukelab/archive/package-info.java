/**
 * Files of a folder, a zip or a tar, read as what a stranger may have made: within limits, with checksums compared and
 * links followed within the archive only.
 *
 * <p>Main types: {@link io.github.jukelab.archive.Archive} passes each {@link io.github.jukelab.archive.ArchiveFile} to a
 * reader, within {@link io.github.jukelab.archive.ArchiveLimits}. What is wrong with one file is an {@link
 * io.github.jukelab.archive.UnreadableException}; the others are read in spite of it.
 */
package io.github.jukelab.archive;
