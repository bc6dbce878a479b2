/**
 * The command line {@code jukelab}; {@code make doctor}, {@code make data} and the check before {@code make run GPU=1}
 * call it too. Every command calls what notebooks call, prints, and ends with an exit code: 0 for success, 1 for failure with one line on
 * standard error, 2 for wrong arguments.
 */
package io.github.jukelab.cli;
