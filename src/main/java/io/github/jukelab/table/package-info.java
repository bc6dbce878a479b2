/**
 * Values as Tablesaw tables, for looking at in notebooks and for models that learn from rows.
 *
 * <p>Conventions: column types are fixed here and never guessed; names are lower case with underscores; rows keep the
 * order of the value. Absence is Tablesaw's missing value.
 *
 * <p>Main type: {@link io.github.jukelab.table.Tables}.
 */
package io.github.jukelab.table;
