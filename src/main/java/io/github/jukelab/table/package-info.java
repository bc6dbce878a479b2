/**
 * Jukelab's values as Tablesaw tables, to be explored in notebooks; no package of values imports this one.
 *
 * <p>Conventions: column types are fixed here and never guessed; names are lower case with underscores; rows keep the
 * order of the value. Absent values are Tablesaw's missing values; the feature table has none.
 *
 * <p>Main types: {@link io.github.jukelab.table.Tables}, {@link io.github.jukelab.table.Correlations}, {@link
 * io.github.jukelab.table.PrincipalComponents}.
 */
package io.github.jukelab.table;
