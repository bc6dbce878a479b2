/**
 * Values as Tablesaw tables, for looking at in notebooks and for models that learn from rows.
 *
 * <p>Conventions: column types are fixed here and never guessed; names are lower case with underscores; rows keep the
 * order of the value. Absence is Tablesaw's missing value; the feature table has none.
 *
 * <p>Main types: {@link io.github.jukelab.table.Tables}, {@link io.github.jukelab.table.FeatureTable} and
 * {@link io.github.jukelab.table.Extraction}, which makes one of a folder of recordings.
 */
package io.github.jukelab.table;
