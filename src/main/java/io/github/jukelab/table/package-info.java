/**
 * Values of the other rooms as Tablesaw tables, for looking at in notebooks: no room of values imports this one.
 *
 * <p>Conventions: column types are fixed here and never guessed; names are lower case with underscores; rows keep the
 * order of the value. Absence is Tablesaw's missing value; the feature table has none.
 *
 * <p>Main types: {@link io.github.jukelab.table.Tables}, {@link io.github.jukelab.table.Correlations}, {@link
 * io.github.jukelab.table.PrincipalComponents}.
 */
package io.github.jukelab.table;
