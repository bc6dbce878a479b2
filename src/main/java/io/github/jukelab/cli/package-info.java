/**
 * The command line {@code jukelab}; {@code make doctor}, {@code make data} and the check before {@code make run GPU=1}
 * use it too. Each command calls the same methods as the notebooks, prints the results and ends with an exit code: 0
 * for success, 1 for failure with one line on standard error, 2 for wrong arguments.
 */
package io.github.jukelab.cli;
