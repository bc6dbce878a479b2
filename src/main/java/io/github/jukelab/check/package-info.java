/**
 * What is wrong with a folder of recordings, found before a training.
 *
 * <p>Conventions. Every file is read once, block by block; what is kept of it is small, so that thousands of files and
 * files of many hours can be checked. A {@link io.github.jukelab.check.Topic} is either an error, which should be mended
 * before a training, or a warning. Limits are simple numbers that the topics state; nothing is learned from the files.
 *
 * <p>Main types: {@link io.github.jukelab.check.FolderCheck}, {@link io.github.jukelab.check.CheckReport},
 * {@link io.github.jukelab.check.Concern}, {@link io.github.jukelab.check.Topic}.
 *
 * <p>Sources: A. Wang, <i>An industrial strength audio search algorithm</i> (2003), and D. Ellis, audfprint (2014), for
 * finding the same sound in two files.
 */
package io.github.jukelab.check;
